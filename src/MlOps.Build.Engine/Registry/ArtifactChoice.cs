using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Registry;

/// <summary>Which artifact somebody means: by the registry's name or the package's id, or the only one there is.</summary>
internal static class ArtifactChoice
{
    /// <summary>The artifact; null, with an error, when there is none of that name, or several and no name.</summary>
    public static ArtifactHistory? Choose(RegistryHistory history, string? name, DiagnosticBag diagnostics)
    {
        var known = history.Artifacts.Where(artifact => artifact.Tags.Any(tag => tag.Name.Action != TagAction.Create)).ToList();
        if (name is null && known is [var only])
            return only;
        if (name is not null && known.Find(artifact => artifact.Artifact == name || artifact.Artifact == ArtifactName.Of(name)) is { } found)
            return found;
        var names = known.Select(artifact => artifact.Artifact).ToList();
        diagnostics.Error(RegistryCodes.ArtifactUnknown, (name, names.Count) switch
        {
            (_, 0) => "the registry holds no model yet. 'mlops promote' puts the first one there; 'git fetch --tags' brings those of a remote.",
            (null, _) => $"the registry holds {names.Count} models. Say which: {string.Join(", ", names)}.",
            _ => $"the registry holds no '{name}'.{DidYouMean.Sentence(name, names)} It holds {string.Join(", ", names)}.",
        });
        return null;
    }
}
