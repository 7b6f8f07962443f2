using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The INI form of DVC's configuration: sections, <c>key = value</c>, comments; quotes around names and values.</summary>
internal static partial class IniText
{
    /// <summary>Calls for each value, with section and key in lower case but for the name inside <c>remote "…"</c>.</summary>
    /// <returns>The 1-based line that cannot be read; 0 when all can.</returns>
    public static int Read(string text, Action<string, string, string, int> value)
    {
        var section = "";
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
                continue;
            if (Section().Match(line) is { Success: true } head)
                section = Unquoted(head.Groups[1].Value.Trim());
            else if (Pair().Match(line) is { Success: true } pair)
                value(section, Unquoted(pair.Groups[1].Value.Trim()), Unquoted(WithoutComment(pair.Groups[2].Value.Trim())), number);
            else
                return number;
        }

        return 0;
    }

    private static string WithoutComment(string value)
    {
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            var end = value.IndexOf(value[0], 1);
            return end < 0 ? value : value[..(end + 1)];
        }

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }

    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;

    [GeneratedRegex(@"^\[(.+)\]\s*(?:[#;].*)?$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^([^=]+?)\s*=(.*)$")]
    private static partial Regex Pair();
}
