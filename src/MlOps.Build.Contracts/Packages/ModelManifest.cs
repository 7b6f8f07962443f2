namespace MlOps.Build.Contracts;

/// <summary>
/// What a model package holds. The manifest inside the assembly has neither <see cref="Version"/> nor <see cref="Evidence"/>: the bits
/// know no version, so promotion can re-label a package without a rebuild.
/// </summary>
public sealed record ModelManifest
{
    /// <summary>The format that this kit writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of this record; a reader refuses a newer one than it knows.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The package's id.</summary>
    public required string Name { get; init; }

    /// <summary>The package's SemVer version.</summary>
    public string? Version { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 over the name and the parts, version fields left out.</summary>
    public string? Evidence { get; init; }

    /// <summary>The model's licence as an SPDX expression; null when nobody said.</summary>
    public string? License { get; init; }

    /// <summary>The licence of the data that it learned from as an SPDX expression; null when nobody said.</summary>
    public string? DataLicense { get; init; }

    /// <summary>The files, in ordinal order of their paths.</summary>
    public required IReadOnlyList<ManifestPart> Parts { get; init; }
}
