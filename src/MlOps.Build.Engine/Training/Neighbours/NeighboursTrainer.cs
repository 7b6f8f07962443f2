using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Neighbours;

/// <summary>
/// k-nearest neighbours by Euclidean distance (Cover and Hart, 1967): the class shares, or the mean label, of the training rows most like
/// the row. The model is the training rows themselves.
/// </summary>
internal sealed class NeighboursTrainer : ITrainer
{
    // The loss of a row takes its distance to every training row, so not every training row can be asked.
    private const int MostTrainingRowsJudged = 1000;

    public string Name => "k-nearest-neighbours";

    public string DisplayName => "k-nearest neighbours";

    public IReadOnlyList<Hyperparameter> Hyperparameters => NeighboursHyperparameters.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => true;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => request.Train.Weights is null
        ? null
        : "every training row is as near as it is; it takes no weights. Remove 'weight', or use another trainer.";

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var model = NeighboursExport.Write(request);
        var loss = new HeadLoss(model, request.Task, new ThreadTeam(request.Threads, cancellationToken));
        var step = new TrainingProgress(1, loss.Mean(Spread(request.Train)), loss.Mean(request.Validation));
        progress?.Report(step);
        return new TrainerResult
        {
            Model = model,
            BestStep = 1,
            Steps = [step],
            Loss = HeadLoss.NameOf(request.Task),
            TrainingRowsKept = request.Train.Labels.Length,
        };
    }

    private static TrainingSet Spread(TrainingSet set)
    {
        var count = Math.Min(set.Labels.Length, MostTrainingRowsJudged);
        var rows = Enumerable.Range(0, count).Select(i => (int)((long)i * set.Labels.Length / count)).ToArray();
        return TrainingRows.Take(set, rows);
    }
}
