using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>naive baseline.</summary>
internal sealed class BaselineTrainer : ITrainer
{
    public string Name => "baseline";

    public string DisplayName => "naive baseline";

    public IReadOnlyList<Hyperparameter> Hyperparameters => [];

    public bool HandlesMissing => true;

    public bool WantsScaling => false;

    public bool Supports(LearningTask task) => true;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Name} is not here yet.");
}
