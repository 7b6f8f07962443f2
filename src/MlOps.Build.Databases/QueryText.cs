using System.Text;
using System.Text.RegularExpressions;

namespace MlOps.Build.Databases;

/// <summary>What can be told of a query without a database.</summary>
internal static partial class QueryText
{
    /// <summary>Whether it orders its rows somewhere: without that, a database may give them in another order each time.</summary>
    public static bool HasOrder(string text) => OrderBy().IsMatch(Bare(text));

    /// <summary>The text without comments, texts and quoted names.</summary>
    internal static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            bare.Append(end > at ? ' ' : text[at]);
            at = Math.Max(end, at + 1);
        }

        return bare.ToString();
    }

    // Where what begins here and is no SQL ends; the place itself when it is.
    private static int EndOf(string text, int at) => text.AsSpan(at) switch
    {
        ['-', '-', ..] => After(text, "\n", at),
        ['/', '*', ..] => After(text, "*/", at + 2),
        ['\'', ..] => After(text, "'", at + 1),
        ['"', ..] => After(text, "\"", at + 1),
        ['$', ..] when Dollar().Match(text, at) is { Success: true } tag => After(text, tag.Value, at + tag.Length),
        _ => at,
    };

    private static int After(string text, string end, int from) =>
        text.IndexOf(end, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : text.Length;

    [GeneratedRegex(@"\border\s+by\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderBy();

    [GeneratedRegex(@"\G\$([A-Za-z_][A-Za-z0-9_]*)?\$", RegexOptions.CultureInvariant)]
    private static partial Regex Dollar();
}
