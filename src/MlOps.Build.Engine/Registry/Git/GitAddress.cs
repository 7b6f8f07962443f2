using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Registry.Git;

/// <summary>Addresses of repositories, as people may see them.</summary>
internal static partial class GitAddress
{
    /// <summary>The text, with users and passwords taken out of its addresses.</summary>
    public static string WithoutUsers(string text) => User().Replace(text, "$1");

    [GeneratedRegex(@"([a-zA-Z][a-zA-Z0-9+.-]*://)[^/\s@']*@")]
    private static partial Regex User();
}
