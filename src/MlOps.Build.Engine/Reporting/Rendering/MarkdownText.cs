using System.Text;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>Escapes text for GitHub's Markdown: nothing in it becomes markup, a table's end, a link or a mention.</summary>
internal static class MarkdownText
{
    public static string Escape(string text, int longest = SafeText.Longest)
    {
        var safe = SafeText.Of(text, longest).Trim();
        var escaped = new StringBuilder(safe.Length + 8);
        for (var i = 0; i < safe.Length; i++)
            Append(escaped, safe, i);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, int i)
    {
        var c = text[i];
        if (c == '<')
            escaped.Append("&lt;");
        else if (c == '&')
            escaped.Append("&amp;");
        else if (c is '@' or '#' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
            escaped.Append('\\').Append(c).Append("<!-- -->"); // GitHub would mention a person or an issue.
        else if (c == ':' && string.CompareOrdinal(text, i, "://", 0, 3) == 0)
            escaped.Append(":<!-- -->"); // GitHub would make a link of the address.
        else if (c == '.' && i >= 3 && string.Compare(text, i - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0)
            escaped.Append("<!-- -->.");
        else if (IsMarkup(c) || IsBracket(text, i) || BeginsBlock(text, i))
            escaped.Append('\\').Append(c);
        else
            escaped.Append(c);
    }

    private static bool IsMarkup(char c) => c is '\\' or '`' or '*' or '_' or '>' or '|' or '~' or '#' or '$';

    // Intervals such as [0.1, 0.2] stay readable: a bracket makes a link or a box only with what these rules escape.
    private static bool IsBracket(string text, int i) => text[i] switch
    {
        '[' => After(text, i) is not ('+' or '-' or (>= '0' and <= '9')),
        ']' => After(text, i) is '(' or '[' or ':',
        _ => false,
    };

    // At the start of a line a dash begins a list, digits with a point do, and a row of dashes or equal signs makes a heading.
    private static bool BeginsBlock(string text, int i)
    {
        if (!text.AsSpan(0, i).TrimStart("0123456789").IsEmpty)
            return false;
        return text[i] switch
        {
            '.' or ')' => i > 0 && After(text, i) == ' ',
            '-' or '+' or '=' => i == 0 && (After(text, i) == ' ' || After(text, i) == text[i]),
            _ => false,
        };
    }

    private static char After(string text, int i) => i + 1 < text.Length ? text[i + 1] : ' ';
}
