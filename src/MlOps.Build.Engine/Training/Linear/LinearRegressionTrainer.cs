using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>Least squares with L1 and L2 penalties: ordinary, ridge, lasso or elastic net.</summary>
internal sealed class LinearRegressionTrainer : ITrainer
{
    public string Name => "linear-regression";

    public string DisplayName => "linear regression";

    public IReadOnlyList<Hyperparameter> Hyperparameters => LinearHyperparameters.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => true;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => task == LearningTask.Regression;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var fit = Fit(request, progress, cancellationToken);
        return new TrainerResult
        {
            Model = LinearExport.Write(fit.Model, request.Task),
            BestStep = fit.Steps.Count,
            Steps = fit.Steps,
            Loss = "squared error",
            Coefficients = new CoefficientSummary(request, fit, new HalfSquaredLoss()).Table(new ThreadTeam(request.Threads, cancellationToken)),
        };
    }

    /// <summary>The learning without the export.</summary>
    internal static LinearFit Fit(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        LinearFit.Of(
            request,
            new HalfSquaredLoss(),
            LabelScale.Of(request.Train.Labels),
            progress,
            new ThreadTeam(request.Threads, cancellationToken));
}
