namespace MlOps.Build.Engine.Registry;

/// <summary>What the registry calls a model.</summary>
internal static class ArtifactName
{
    /// <summary>The name by default: the package's id in lower case, dots as dashes, since GTO's names have no dots.</summary>
    public static string Of(string packageId) => packageId.ToLowerInvariant().Replace('.', '-');
}
