using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Factorization;

/// <summary>Factorization machine of second order (Rendle, 2010): for recommendations, where most pairs of a user and an item never occurred.</summary>
internal sealed class FactorizationTrainer : ITrainer
{
    public string Name => "factorization-machine";

    public string DisplayName => "factorization machine";

    public IReadOnlyList<Hyperparameter> Hyperparameters => FactorizationHyperparameters.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => true;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => task != LearningTask.Multiclass;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var fit = new FactorizationFit(request);
        var (model, steps, best, stopped) = fit.Run(progress, cancellationToken);
        return new TrainerResult
        {
            Model = FactorizationExport.Write(model, fit.Scale, request.Task),
            BestStep = best,
            Steps = steps,
            StoppedEarly = stopped,
            Loss = HeadLoss.NameOf(request.Task),
        };
    }
}
