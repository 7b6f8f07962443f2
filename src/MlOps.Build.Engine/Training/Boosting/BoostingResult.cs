using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>What boosting leaves: the trees up to the best round, and how it went.</summary>
internal sealed record BoostingResult
{
    public required Ensemble Ensemble { get; init; }

    public required IReadOnlyList<TrainingProgress> Steps { get; init; }

    public required int BestStep { get; init; }

    public required bool StoppedEarly { get; init; }
}
