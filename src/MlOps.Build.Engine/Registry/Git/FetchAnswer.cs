using System.Text.RegularExpressions;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Git;

/// <summary>What a fetch says of tags that it did not take.</summary>
internal static partial class FetchAnswer
{
    /// <summary>True when all that went wrong are tags which the registry does not read: names such as <c>latest</c> and <c>nightly</c> are moved in many repositories.</summary>
    public static bool OnlyForeignTagsDiffer(string errors)
    {
        var rejected = Rejected().Matches(errors);
        return rejected.Count > 0 && !errors.Contains("fatal:", StringComparison.Ordinal) && rejected.All(line => TagName.Parse(line.Groups["name"].Value) is null);
    }

    [GeneratedRegex(@"^ *! \[rejected\] +(?<name>\S+) +-> ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Rejected();
}
