using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>Logistic regression, binary or multinomial, with L1 and L2 penalties (Friedman, Hastie and Tibshirani, 2010).</summary>
internal sealed class LogisticRegressionTrainer : ITrainer
{
    public string Name => "logistic-regression";

    public string DisplayName => "logistic regression";

    public IReadOnlyList<Hyperparameter> Hyperparameters => LinearHyperparameters.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => true;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => task != LearningTask.Regression;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var fit = Fit(request, progress, cancellationToken);
        return new TrainerResult
        {
            Model = LinearExport.Write(fit.Model, request.Task),
            BestStep = fit.Steps.Count,
            Steps = fit.Steps,
            Loss = LossOf(request).LossName,
            Coefficients = new CoefficientSummary(request, fit, LossOf(request)).Table(new ThreadTeam(request.Threads, cancellationToken)),
        };
    }

    /// <summary>The learning without the export.</summary>
    internal static LinearFit Fit(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        LinearFit.Of(request, LossOf(request), LabelScale.None, progress, new ThreadTeam(request.Threads, cancellationToken));

    private static ILinearLoss LossOf(TrainingRequest request) =>
        request.Task == LearningTask.Binary ? new LogisticLoss() : new MultinomialLoss(request.ClassCount);
}
