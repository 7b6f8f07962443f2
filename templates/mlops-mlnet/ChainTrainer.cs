using Microsoft.ML;
using Microsoft.ML.Trainers;
using MlOps.Build.Contracts;
using MlOps.Build.MLNet;

namespace TrainerProject;

/// <summary>A chain of ML.NET estimators. It becomes an ONNX graph, which the build judges, packs and serves.</summary>
public sealed class ChainTrainer : MLNetTrainer
{
    public override string Name => "chain";

    public override string DisplayName => "scaled logistic regression (ML.NET)";

    // What 'hyperparameters' of training-config.yaml may set, and a search may try.
    public override IReadOnlyList<Hyperparameter> Hyperparameters { get; } =
    [
        new() { Name = "l2", Default = 1, Minimum = 0, Maximum = 1000, Description = "L2 penalty." },
    ];

    public override bool Supports(LearningTask task) => task != LearningTask.Regression;

    // From the columns 'Features' and 'Label' (and 'Weight', where rows have weights) to 'Score' or 'Probability'.
    protected override IEstimator<ITransformer> Chain(MLContext ml, TrainingRequest request)
    {
        var scaled = ml.Transforms.NormalizeMeanVariance(MLNetColumns.Features, fixZero: false);
        var l2 = (float)request.Hyperparameters["l2"];
        if (request.Task == LearningTask.Multiclass)
        {
            return scaled.Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                ExampleWeightColumnName = WeightColumn(request),
                L2Regularization = l2,
                NumberOfThreads = 1,
            }));
        }

        return scaled.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            ExampleWeightColumnName = WeightColumn(request),
            L2Regularization = l2,
            NumberOfThreads = 1,
        }));
    }
}
