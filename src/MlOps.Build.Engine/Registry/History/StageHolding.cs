using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.History;

/// <summary>A version in a stage, from one moment to another.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Version">The version; null where the tag names none and none was registered on its commit.</param>
/// <param name="Tag">The tag that gave it the stage.</param>
/// <param name="End">The tag that ended it; null while it lasts.</param>
internal sealed record StageHolding(string Stage, string? Version, RegistryTag Tag, RegistryTag? End)
{
    /// <summary>The tag since which it is there: <see cref="Tag"/>, or, when it came back, the one that took out the version after it.</summary>
    public RegistryTag Start { get; init; } = Tag;

    /// <summary>The version, or the commit where no version is known.</summary>
    public string Shown => Version ?? $"commit {Tag.Commit[..Math.Min(7, Tag.Commit.Length)]}";
}
