using System.Globalization;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>
/// The name of a tag in GTO's format (https://github.com/iterative/gto, <c>gto/constants.py</c>): artifact, what is said of it, and a number
/// that counts all numbered tags of the artifact. A folder before the artifact's name ends with <c>=</c>.
/// </summary>
internal sealed partial record TagName
{
    private const string Name = "[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?";

    private const string SemVer =
        @"(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
        + @"(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?";

    public required string Artifact { get; init; }

    public required TagAction Action { get; init; }

    /// <summary>The version without its <c>v</c>; null unless one is registered or withdrawn.</summary>
    public string? Version { get; init; }

    /// <summary>The stage; null unless one is given or taken.</summary>
    public string? Stage { get; init; }

    /// <summary>The number behind the last <c>#</c>; null when there is none.</summary>
    public long? Counter { get; init; }

    /// <summary>The name's meaning; null when it is not GTO's.</summary>
    public static TagName? Parse(string name)
    {
        var match = Format().Match(name);
        if (!match.Success)
            return null;
        string? Group(string group) => match.Groups[group] is { Success: true, Value: var value } ? value : null;
        if (Group("counter") is { Length: > 18 })
            return null;
        var cancels = match.Groups["cancel"].Length > 0;
        return new TagName
        {
            Artifact = match.Groups["artifact"].Value.Replace('=', ':'),
            Action = Group("stage") is not null ? cancels ? TagAction.Unassign : TagAction.Assign
                : Group("version") is not null ? cancels ? TagAction.Deregister : TagAction.Register
                : Group("deprecated") is not null ? TagAction.Deprecate : TagAction.Create,
            Version = Group("version"),
            Stage = Group("stage"),
            Counter = Group("counter") is { } counter ? long.Parse(counter, CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>True for what GTO takes as the name of an artifact or stage.</summary>
    public static bool IsName(string text) => Plain().IsMatch(text);

    /// <summary>True for a version that GTO takes: Semantic Versioning 2.0.</summary>
    public static bool IsVersion(string text) => Version2().IsMatch(text);

    public override string ToString()
    {
        var what = Action switch
        {
            TagAction.Register => $"@v{Version}",
            TagAction.Deregister => $"@v{Version}!",
            TagAction.Assign => $"#{Stage}",
            TagAction.Unassign => $"#{Stage}!",
            TagAction.Deprecate => "@deprecated",
            _ => "@created",
        };
        return $"{Artifact.Replace(':', '=')}{what}{(Counter is { } counter ? FormattableString.Invariant($"#{counter}") : "")}";
    }

    [GeneratedRegex(
        $@"^(?<artifact>(?:[a-zA-Z0-9_./-]+=)?{Name})(?:(?:#(?<stage>{Name})|@v(?<version>{SemVer}))(?<cancel>!?)|@(?:(?<deprecated>deprecated)|created))(?:#(?<counter>[0-9]+))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    [GeneratedRegex($@"^{Name}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex($@"^{SemVer}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version2();
}
