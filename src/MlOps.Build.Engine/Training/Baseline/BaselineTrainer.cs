using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>
/// Knows no feature: every row gets the training rows' class shares (so the majority class is predicted) or the mean of their labels.
/// </summary>
internal sealed class BaselineTrainer : ITrainer
{
    public string Name => TrainerCatalog.Baseline;

    public string DisplayName => "naive baseline";

    public IReadOnlyList<Hyperparameter> Hyperparameters => [];

    public bool HandlesMissing => true;

    public bool WantsScaling => false;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var regression = request.Task == LearningTask.Regression;
        var constants = regression
            ? [(float)ExactSum.Mean(request.Train.Labels, request.Train.Weights)]
            : Array.ConvertAll(ClassShares.Of(request.Train, request.ClassCount), share => (float)share);
        var step = new TrainingProgress(1, Loss(request.Train, constants, regression), Loss(request.Validation, constants, regression));
        progress?.Report(step);
        return new TrainerResult
        {
            Model = Export(request.Train.Features.Columns, constants, regression),
            BestStep = 1,
            Steps = [step],
            Loss = regression ? "squared error" : "log loss",
        };
    }

    private static double Loss(TrainingSet set, float[] constants, bool regression)
    {
        var losses = new double[set.Labels.Length];
        for (var row = 0; row < losses.Length; row++)
            losses[row] = (set.Weights is { } weights ? weights[row] : 1) * Loss(set.Labels[row], constants, regression);
        var total = set.Weights is { } all ? FixedSum.Sum(all) : losses.Length;
        return total > 0 ? FixedSum.Sum(losses) / total : double.NaN;
    }

    private static double Loss(float label, float[] constants, bool regression) => regression
        ? ((double)label - constants[0]) * ((double)label - constants[0])
        : -Inference.DeterministicMath.Log(constants[(int)label]);

    // A tree without branches is the constant that reads its input without computing with it, so that NaN stays out of the output. Each
    // class has one: ONNX Runtime leaves a target without a leaf at 0, base value or not.
    private static byte[] Export(int features, float[] constants, bool regression)
    {
        var graph = new HeadGraph(features);
        var trees = Array.ConvertAll(constants, Tree.Constant);
        var ensemble = new Ensemble { InitialScores = new float[constants.Length], Trees = trees, Bins = [] };
        var value = TreeNodes.AddTo(graph.Builder, ensemble);
        return regression ? graph.WithPrediction(value) : graph.WithProbabilities(value, constants.Length);
    }
}
