using MlOps.Build.Contracts;

namespace OwnTrainer.Trainer;

/// <summary>
/// Linear discriminant analysis (Fisher, 1936): classes are normal with one covariance, so that the logarithms of their probabilities are linear in the
/// features.
/// </summary>
public sealed class DiscriminantTrainer : ITrainer
{
    public string Name => "linear-discriminant";

    public string DisplayName => "linear discriminant analysis";

    public IReadOnlyList<Hyperparameter> Hyperparameters { get; } =
    [
        new()
        {
            Name = "shrinkage",
            Default = 0.01,
            Minimum = 0,
            Maximum = 1,
            Description = "How far the covariance moves to its mean variance, the same for all features.",
        },
    ];

    public bool HandlesMissing => false;

    public bool WantsScaling => true;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => task != LearningTask.Regression;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var model = Discriminant.Fit(request.Train, request.ClassCount, request.Hyperparameters["shrinkage"]);
        var step = new TrainingProgress(1, model.LogLoss(request.Train), model.LogLoss(request.Validation));
        progress?.Report(step);
        return new TrainerResult { Model = DiscriminantGraph.Of(model), BestStep = 1, Steps = [step], Loss = "log loss" };
    }
}
