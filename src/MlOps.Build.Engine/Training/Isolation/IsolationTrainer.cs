using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>
/// Isolation forest (Liu, Ting and Zhou, 2008): rows that few random cuts part from the others are anomalous. Labels are not learned from;
/// they only judge.
/// </summary>
internal sealed class IsolationTrainer : ITrainer
{
    public string Name => "isolation-forest";

    public string DisplayName => "isolation forest";

    public IReadOnlyList<Hyperparameter> Hyperparameters => IsolationSettings.All;

    public bool HandlesMissing => false;

    public bool WantsScaling => false;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => task == LearningTask.Binary;

    public string? Problem(TrainingRequest request) => request.Train.Weights is null
        ? null
        : "its cuts are drawn whatever rows weigh; it takes no weights. Remove 'weight', or use another trainer.";

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var team = new ThreadTeam(request.Threads, cancellationToken);
        var features = request.Train.Features;
        var model = IsolationExport.Write(IsolationForest.Fit(features, IsolationSettings.From(request), request.Seed, team), features.Columns);
        var loss = new HeadLoss(model, request.Task, team);
        var step = new TrainingProgress(1, loss.Mean(request.Train), loss.Mean(request.Validation));
        progress?.Report(step);
        return new TrainerResult { Model = model, BestStep = 1, Steps = [step], Loss = HeadLoss.NameOf(request.Task) };
    }
}
