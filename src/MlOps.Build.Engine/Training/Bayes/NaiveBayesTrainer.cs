using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Bayes;

/// <summary>
/// Naive Bayes: features are taken as independent within a class. Numbers are normal, one-hot categories categorical, other columns of
/// 0 and 1 Bernoulli distributed.
/// </summary>
internal sealed class NaiveBayesTrainer : ITrainer
{
    public string Name => "naive-bayes";

    public string DisplayName => "naive Bayes";

    public IReadOnlyList<Hyperparameter> Hyperparameters => NaiveBayesHyperparameters.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => false;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => task != LearningTask.Regression;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var model = Fit(request);
        var step = new TrainingProgress(1, model.LogLoss(request.Train), model.LogLoss(request.Validation));
        progress?.Report(step);
        return new TrainerResult { Model = NaiveBayesExport.Write(model), BestStep = 1, Steps = [step], Loss = "log loss" };
    }

    /// <summary>The learning without the export.</summary>
    internal static NaiveBayesModel Fit(TrainingRequest request) =>
        new NaiveBayesFit(request.Train, request.ClassCount).Fit(
            request.Hyperparameters[NaiveBayesHyperparameters.VarianceSmoothingName],
            request.Hyperparameters[NaiveBayesHyperparameters.AlphaName]);
}
