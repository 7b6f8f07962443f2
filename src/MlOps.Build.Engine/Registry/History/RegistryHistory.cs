using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.History;

/// <summary>The registry of a repository: every artifact with its history.</summary>
internal sealed class RegistryHistory(IReadOnlyList<RegistryTag> tags)
{
    private readonly Dictionary<string, ArtifactHistory> _artifacts = tags
        .GroupBy(tag => tag.Name.Artifact, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new ArtifactHistory(group.Key, [.. group]), StringComparer.Ordinal);

    public IReadOnlyList<ArtifactHistory> Artifacts => [.. _artifacts.Values.OrderBy(artifact => artifact.Artifact, StringComparer.Ordinal)];

    /// <summary>The artifact's history; an empty one when no tag names it.</summary>
    public ArtifactHistory Of(string artifact) => _artifacts.GetValueOrDefault(artifact) ?? new ArtifactHistory(artifact, []);
}
