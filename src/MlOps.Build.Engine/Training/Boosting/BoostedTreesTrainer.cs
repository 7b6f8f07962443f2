using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// Gradient-boosted trees on histograms, grown leaf by leaf (Ke et al., "LightGBM", 2017), with learned directions for missing values
/// (Chen and Guestrin, "XGBoost", 2016).
/// </summary>
internal sealed class BoostedTreesTrainer : ITrainer
{
    public string Name => "gradient-boosted-trees";

    public string DisplayName => "gradient-boosted trees";

    public IReadOnlyList<Hyperparameter> Hyperparameters => BoostingHyperparameters.All;

    public bool HandlesMissing => true;

    public bool WantsScaling => false;

    public bool Supports(LearningTask task) => true;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var objective = ObjectiveOf(request);
        var result = Boost(request, progress, cancellationToken);
        return new TrainerResult
        {
            Model = EnsembleExport.Write(result.Ensemble, request.Task),
            BestStep = result.BestStep,
            Steps = result.Steps,
            Loss = objective.LossName,
            StoppedEarly = result.StoppedEarly,
        };
    }

    /// <summary>The learning without the export.</summary>
    internal static BoostingResult Boost(
        TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        new Booster(request, ObjectiveOf(request), new ThreadTeam(request.Threads, cancellationToken)).Run(progress);

    private static IBoostingObjective ObjectiveOf(TrainingRequest request) => request.Task switch
    {
        LearningTask.Binary => new BinaryLogLoss(),
        LearningTask.Multiclass => new SoftmaxLoss(request.ClassCount),
        _ => new SquaredError(),
    };
}
