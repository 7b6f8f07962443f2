using System.Text;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>
/// Texts as the YAML writer that DVC uses (ruamel.yaml, YAML 1.2, a width of 80) writes them as a value of a mapping: plain where that
/// reads back as the same text, else in quotes, folded at single spaces.
/// </summary>
internal static partial class DvcScalar
{
    private const int Width = 80;
    private const string Indent = "    ";
    private const string Leading = "#,[]{}&*!|>'\"%@`";

    /// <summary>True when the writer would need escapes, which no sensible file name does.</summary>
    public static bool NeedsEscapes(string text) => text.EnumerateRunes().Any(rune => !IsPrintable(rune)) || HasBreak(text);

    /// <summary>The text behind <c>key: </c>, which ends at a column.</summary>
    public static string Write(string text, int column)
    {
        if (IsPlain(text) && !Resolves().IsMatch(text))
            return Folded(text, column, "");
        return text.Contains('\'', StringComparison.Ordinal) ? DvcQuotedScalar.Write(text, column, Width, Indent) : Folded(text, column, "'");
    }

    private static bool IsPlain(string text)
    {
        if (text[0] == ' ' || text[^1] == ' ' || Leading.Contains(text[0], StringComparison.Ordinal))
            return false;
        if (text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal))
            return false;
        return !(text[0] is '-' or '?' or ':' && IsSpace(text, 1)) && !HasIndicator(text);
    }

    private static bool HasIndicator(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if ((text[i] == ':' && IsSpace(text, i + 1)) || (text[i] == '#' && text[i - 1] == ' '))
                return true;
        }

        return false;
    }

    private static bool IsSpace(string text, int index) => index >= text.Length || text[index] == ' ';

    private static bool HasBreak(string text) => text.AsSpan().IndexOfAny("\n\u0085\u2028\u2029") >= 0;

    private static bool IsPrintable(Rune rune) => rune.Value switch
    {
        >= 0x20 and <= 0x7E => true,
        0xFEFF => false,
        >= 0xA0 and <= 0xD7FF or >= 0xE000 and <= 0xFFFD or >= 0x10000 => true,
        _ => false,
    };

    // A single space beyond the width becomes a new line; of quoted text, neither the first nor the last character does.
    private static string Folded(string text, int column, string quote)
    {
        var result = new StringBuilder(quote);
        var width = column + quote.Length;
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, i);
            var alone = rune.Value == ' ' && (i == 0 || text[i - 1] != ' ') && !IsSpaceRun(text, i);
            if (alone && width > Width && (quote.Length == 0 || (i > 0 && i + 1 < text.Length)))
            {
                result.Append('\n').Append(Indent);
                width = Indent.Length;
            }
            else
            {
                result.Append(rune.ToString());
                width++;
            }

            i += rune.Utf16SequenceLength;
        }

        return result.Append(quote).ToString();
    }

    private static bool IsSpaceRun(string text, int index) => index + 1 < text.Length && text[index + 1] == ' ';

    // What YAML 1.2 takes for something else than text.
    [GeneratedRegex(
        """
        ^(?:true|True|TRUE|false|False|FALSE|~|null|Null|NULL|<<|=
        |[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?
        |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+
        |[0-9]{4}-[0-9]{2}-[0-9]{2}
        |[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[\ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[\ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?)$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Resolves();
}
