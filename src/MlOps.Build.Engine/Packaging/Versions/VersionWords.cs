using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>A change in a line of a log.</summary>
internal static class VersionWords
{
    private const int Most = 3;

    /// <summary>Such as <c>minor against 1.4.2 (feature 'Phase of flight' added)</c>.</summary>
    public static string Of(VersionChange change) => $"{Level(change.Level)} against {change.Champion} ({Reasons(change)})";

    /// <summary>The level's word.</summary>
    public static string Level(VersionLevel level) => level == VersionLevel.None ? "no change" : level.ToString().ToLowerInvariant();

    private static string Reasons(VersionChange change) =>
        string.Join("; ", change.Reasons.Take(Most)) + (change.Reasons.Count > Most ? $"; {change.Reasons.Count - Most} more" : "");
}
