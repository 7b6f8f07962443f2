using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>Two models' scores on the same rows.</summary>
/// <param name="Challenger">The model that was just trained.</param>
/// <param name="Champion">The one in use, at its own threshold.</param>
internal sealed record ChampionPair(ScoredRows Challenger, ScoredRows Champion);
