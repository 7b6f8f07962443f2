using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Boosting.Objectives;

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

    public bool HandlesCategories => true;

    public bool TakesConstraints => true;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => ObjectiveChecker.Problem(request) ?? StoppingMetric.Problem(request);

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var objective = ObjectiveCatalog.Of(request);
        var result = Boost(request, progress, cancellationToken);
        return new TrainerResult
        {
            Model = EnsembleExport.Write(result.Ensemble, objective.Link),
            BestStep = result.BestStep,
            Steps = result.Steps,
            Loss = objective.LossName,
            StoppedEarly = result.StoppedEarly,
            Gains = result.Ensemble.Gains(),
        };
    }

    /// <summary>The learning without the export.</summary>
    internal static BoostingResult Boost(
        TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var weighted = request with { Train = request.Train with { Weights = ClassWeights.Of(request) } };
        return new Booster(weighted, ObjectiveCatalog.Of(request), new ThreadTeam(request.Threads, cancellationToken)).Run(progress);
    }
}
