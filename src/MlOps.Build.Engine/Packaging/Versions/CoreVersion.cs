using System.Globalization;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>The three numbers of a SemVer version (https://semver.org/spec/v2.0.0.html, 2).</summary>
internal readonly partial record struct CoreVersion(int Major, int Minor, int Patch)
{
    /// <summary>The three numbers of a version, whatever stands behind them; null when it has no such three.</summary>
    public static CoreVersion? Of(string? version) =>
        version is not null && Numbers().Match(version) is { Success: true } match
            ? new CoreVersion(Number(match, 1), Number(match, 2), Number(match, 3))
            : null;

    /// <summary>
    /// The next version. Before 1.0.0 everything may change at any time (SemVer, 4): what breaks, or adds, moves the second number there.
    /// </summary>
    public CoreVersion Next(VersionLevel level) => level switch
    {
        VersionLevel.Major when Major > 0 => new(Major + 1, 0, 0),
        VersionLevel.Major or VersionLevel.Minor => new(Major, Minor + 1, 0),
        VersionLevel.Patch => this with { Patch = Patch + 1 },
        _ => this,
    };

    public bool IsBefore(CoreVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch)) < 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})(?:[-+].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
