using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Drift;

/// <summary>The champion's training rows as its package describes them, or the reason why it does not.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Reason">Why there is none, in words.</param>
internal sealed record ChampionProfile(TrainingProfile? Profile, string? Reason);
