using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.History;

/// <summary>A version of an artifact.</summary>
/// <param name="Version">Without its <c>v</c>.</param>
/// <param name="Tag">The tag that registered it.</param>
/// <param name="Withdrawn">The tag that withdrew it; null while it stands.</param>
internal sealed record RegisteredVersion(string Version, RegistryTag Tag, RegistryTag? Withdrawn);
