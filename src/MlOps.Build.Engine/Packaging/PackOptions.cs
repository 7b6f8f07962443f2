using MlOps.Build.Engine.Packaging.Envelopes;

namespace MlOps.Build.Engine.Packaging;

/// <summary>What 'dotnet pack' hands over.</summary>
internal sealed record PackOptions
{
    /// <summary>The package's id.</summary>
    public required string Name { get; init; }

    /// <summary>The version that the model will have once it is promoted, such as <c>1.4.2</c>.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The whole version, when somebody above has decided on it; null is <c>ModelVersion-Prerelease</c>.</summary>
    public string? PackageVersion { get; init; }

    /// <summary>What stands behind the three numbers, such as <c>pr.42.3</c>; null is <c>local.g1a2b3c4</c>, by the evidence.</summary>
    public string? Prerelease { get; init; }

    /// <summary>The files by their path inside the package.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>The model's licence as an SPDX expression; null when nobody said.</summary>
    public string? License { get; init; }

    /// <summary>The data's licence as an SPDX expression; null when nobody said.</summary>
    public string? DataLicense { get; init; }

    /// <summary>What the build was told about itself.</summary>
    public BuildOrigin Origin { get; init; } = new();

    /// <summary>Where manifest, SBOM and envelope are written.</summary>
    public required string OutputFolder { get; init; }
}
