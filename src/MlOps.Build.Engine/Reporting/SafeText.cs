using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Reporting;

/// <summary>
/// Makes text from data and files fit to be shown: one line, bounded, and without characters that hide or reorder what stands
/// beside them (control characters, and the bidirectional controls of Unicode Standard Annex 9).
/// </summary>
internal static class SafeText
{
    /// <summary>Longest text shown; the rest becomes an ellipsis.</summary>
    public const int Longest = 160;

    public static string Of(string text, int longest = Longest)
    {
        var safe = new StringBuilder();
        for (var i = 0; i < text.Length && safe.Length < longest; i++)
            i += Append(safe, text, i);
        return safe.Length < longest ? safe.ToString() : safe.Append('\u2026').ToString();
    }

    // Returns how many characters beyond the first were used.
    private static int Append(StringBuilder safe, string text, int i)
    {
        if (char.IsSurrogatePair(text, i))
        {
            safe.Append(text, i, 2);
            return 1;
        }

        var c = text[i];
        if (c is '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            return 0;
        if (c is '\n' or '\r' or '\u2028' or '\u2029')
            safe.Append('\u21B5');
        else if (c == '\t')
            safe.Append(' ');
        else if (IsHidden(c))
            safe.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]");
        else
            safe.Append(c);
        return 0;
    }

    private static bool IsHidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF' or '\u061C' or '\u200E' or '\u200F'
        or (>= '\u200B' and <= '\u200D') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
