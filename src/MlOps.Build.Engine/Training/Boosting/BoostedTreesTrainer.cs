using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>gradient-boosted trees.</summary>
internal sealed class BoostedTreesTrainer : ITrainer
{
    public string Name => "gradient-boosted-trees";

    public string DisplayName => "gradient-boosted trees";

    public IReadOnlyList<Hyperparameter> Hyperparameters => BoostingHyperparameters.All;

    public bool HandlesMissing => true;

    public bool WantsScaling => false;

    public bool Supports(LearningTask task) => true;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Name} is not here yet.");
}
