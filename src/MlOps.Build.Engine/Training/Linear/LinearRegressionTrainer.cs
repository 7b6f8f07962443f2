using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>linear regression.</summary>
internal sealed class LinearRegressionTrainer : ITrainer
{
    public string Name => "linear-regression";

    public string DisplayName => "linear regression";

    public IReadOnlyList<Hyperparameter> Hyperparameters => LinearHyperparameters.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => true;

    public bool Supports(LearningTask task) => task == LearningTask.Regression;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Name} is not here yet.");
}
