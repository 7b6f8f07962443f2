using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>logistic regression.</summary>
internal sealed class LogisticRegressionTrainer : ITrainer
{
    public string Name => "logistic-regression";

    public string DisplayName => "logistic regression";

    public IReadOnlyList<Hyperparameter> Hyperparameters => LinearHyperparameters.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => true;

    public bool Supports(LearningTask task) => task != LearningTask.Regression;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Name} is not here yet.");
}
