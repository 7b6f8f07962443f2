using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Neighbours;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>A trainer with its settings in an ensemble.</summary>
internal sealed class Member(ITrainer trainer, MemberConfig config)
{
    public ITrainer Trainer => trainer;

    /// <summary>The members that are trainers of the kit.</summary>
    public static Member[] Of(EnsembleConfig ensemble) =>
        [.. ensemble.Members.Where(member => TrainerCatalog.Find(member.Trainer) is not null).Select(member => new Member(TrainerCatalog.Find(member.Trainer)!, member))];

    public TrainerResult Learn(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        trainer.Train(RequestOf(request), progress, cancellationToken);

    /// <summary>What does not fit together, in words; null when all does.</summary>
    /// <param name="request">The ensemble's request.</param>
    /// <param name="fewest">The fewest rows that it is to learn from.</param>
    public string? Problem(TrainingRequest request, int fewest)
    {
        var own = RequestOf(request);
        return NeighboursLimits.Problem(trainer.Name, own.Hyperparameters, own.Train.Labels.Length, fewest) is { } limit ? limit.Message
            : trainer.Problem(own) is { } problem ? $"'{trainer.Name}': {problem}"
            : null;
    }

    /// <summary>What a report says of it.</summary>
    public EnsembleMember Summary(double? weight) =>
        new(trainer.Name, weight) { Hyperparameters = config.Hyperparameters.Count == 0 ? null : config.Hyperparameters };

    private TrainingRequest RequestOf(TrainingRequest request) => request with { Hyperparameters = HyperparameterResolver.Resolve(trainer, config.Hyperparameters) };
}
