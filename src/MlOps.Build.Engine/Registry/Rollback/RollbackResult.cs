using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Rollback;

/// <summary>What a rollback did, or would do.</summary>
/// <param name="Artifact">The artifact, as it was before.</param>
/// <param name="Undone">What the stage held until then; null when nothing.</param>
/// <param name="Restored">The version that the stage holds now.</param>
/// <param name="Tag">The tag that says so.</param>
internal sealed record RollbackResult(ArtifactHistory Artifact, StageHolding? Undone, RegisteredVersion Restored, TagName Tag);
