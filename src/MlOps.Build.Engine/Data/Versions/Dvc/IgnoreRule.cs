using System.Text;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>A line of <c>.dvcignore</c>, which has the form of <c>.gitignore</c>.</summary>
internal sealed class IgnoreRule
{
    private readonly Regex _pattern;
    private readonly bool _directoriesOnly;
    private readonly string _folder;

    private IgnoreRule(string folder, Regex pattern, bool negated, bool directoriesOnly) =>
        (_folder, _pattern, Negated, _directoriesOnly) = (folder, pattern, negated, directoriesOnly);

    /// <summary>True when a match is not ignored after all.</summary>
    public bool Negated { get; }

    /// <summary>The rule; null for comments and empty lines.</summary>
    /// <param name="folder">The folder of the file, absolute.</param>
    /// <param name="line">The line.</param>
    public static IgnoreRule? Parse(string folder, string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#')
            return null;
        var negated = text[0] == '!';
        var pattern = negated ? text[1..] : text;
        var directories = pattern.EndsWith('/');
        var anchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var body = Translate(pattern.Trim('/'));
        var regex = new Regex($"^{(anchored ? "" : "(?:.+/)?")}{body}$", RegexOptions.CultureInvariant | RegexOptions.Singleline,
            TimeSpan.FromSeconds(1));
        return new IgnoreRule(folder, regex, negated, directories);
    }

    /// <summary>True when the rule is about the path.</summary>
    public bool Matches(string path, bool isDirectory) =>
        (isDirectory || !_directoriesOnly) && _pattern.IsMatch(Path.GetRelativePath(_folder, path).Replace('\\', '/'));

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (string.CompareOrdinal(pattern, i, "**/", 0, 3) == 0 && (i == 0 || pattern[i - 1] == '/'))
                (_, i) = (regex.Append("(?:.+/)?"), i + 2);
            else if (string.CompareOrdinal(pattern, i, "**", 0, 2) == 0 && i + 2 == pattern.Length)
                (_, i) = (regex.Append(".+"), i + 1);
            else
                i = One(pattern, i, regex);
        }

        return regex.ToString();
    }

    private static int One(string pattern, int i, StringBuilder regex)
    {
        var c = pattern[i];
        if (c == '[' && pattern.IndexOf(']', i + 2 < pattern.Length ? i + 2 : i) is > 0 and var end)
        {
            var set = pattern[(i + 1)..end].Replace("\\", "\\\\", StringComparison.Ordinal);
            regex.Append('[').Append(set.StartsWith('!') ? "^" + set[1..] : set).Append(']');
            return end;
        }

        if (c == '\\' && i + 1 < pattern.Length)
        {
            regex.Append(Regex.Escape(pattern[i + 1].ToString()));
            return i + 1;
        }

        regex.Append(c switch { '*' => "[^/]*", '?' => "[^/]", _ => Regex.Escape(c.ToString()) });
        return i;
    }
}
