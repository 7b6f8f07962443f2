using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting;

/// <summary>What the model changes against the champion. The model's own version is not known before it is packed, and no evidence holds it.</summary>
internal static class VersionLine
{
    private const int Most = 3;

    /// <summary>Such as <c>Against the champion 1.4.2, minor: feature 'Phase of flight' added.</c></summary>
    public static string Of(VersionChange change, ReportWords words) =>
        words.Say($"Against the champion {change.Champion}, {Level(change.Level, words)}: {Reasons(change, words)}.");

    private static string Level(VersionLevel level, ReportWords words) => level switch
    {
        VersionLevel.Major => words.Say("major"),
        VersionLevel.Minor => words.Say("minor"),
        VersionLevel.Patch => words.Say("patch"),
        _ => words.Say("no new version"),
    };

    private static string Reasons(VersionChange change, ReportWords words)
    {
        var shown = words.List(change.Reasons.Take(Most).Select(words.Echo));
        return change.Reasons.Count > Most ? words.Say($"{shown} and {change.Reasons.Count - Most} more") : shown;
    }
}
