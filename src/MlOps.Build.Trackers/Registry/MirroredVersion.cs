namespace MlOps.Build.Trackers.Registry;

/// <summary>A model version as the package feed has it.</summary>
internal sealed record MirroredVersion
{
    /// <summary>The model's name, such as <c>birdstrikes</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The package's id, such as <c>BirdStrikes</c>.</summary>
    public required string Package { get; init; }

    /// <summary>Its SemVer, such as <c>1.4.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the package.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The evidence digest.</summary>
    public required string Evidence { get; init; }

    /// <summary>Our id of the run that trained it, where that is known.</summary>
    public string? RunId { get; init; }

    /// <summary>Names that point to this version from now on, such as <c>production</c> and <c>champion</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
