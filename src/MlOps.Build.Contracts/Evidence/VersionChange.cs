namespace MlOps.Build.Contracts;

/// <summary>What a model changes for those who use the champion: the level of its next version, and why. Holds no version of the model itself.</summary>
public sealed record VersionChange
{
    /// <summary>The champion's version.</summary>
    public required string Champion { get; init; }

    /// <summary>Which number of the version moves.</summary>
    public required VersionLevel Level { get; init; }

    /// <summary>Why, in words, such as <c>feature 'Phase of flight' added</c>; never empty.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}
