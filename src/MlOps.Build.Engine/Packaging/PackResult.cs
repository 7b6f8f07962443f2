namespace MlOps.Build.Engine.Packaging;

/// <summary>A labelled package.</summary>
internal sealed record PackResult
{
    public required string Version { get; init; }

    /// <summary>The evidence digest.</summary>
    public required string Evidence { get; init; }

    public required string ManifestFile { get; init; }

    public required string SbomFile { get; init; }

    /// <summary>Null when the build was told nothing about itself.</summary>
    public string? EnvelopeFile { get; init; }

    /// <summary>Null when the build was told nothing about itself.</summary>
    public string? ProvenanceFile { get; init; }
}
