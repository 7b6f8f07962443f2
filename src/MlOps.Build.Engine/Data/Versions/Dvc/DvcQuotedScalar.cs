using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Texts in double quotes, as ruamel.yaml writes those with an apostrophe that cannot be plain: with escapes, folded by a
/// backslash.</summary>
internal static class DvcQuotedScalar
{
    /// <summary>The text with its quotes.</summary>
    /// <param name="text">Printable characters.</param>
    /// <param name="column">Where it begins.</param>
    /// <param name="width">The column after which a line is folded.</param>
    /// <param name="indent">What a new line begins with.</param>
    public static string Write(string text, int column, int width, string indent)
    {
        var runes = text.EnumerateRunes().ToArray();
        var result = new StringBuilder("\"");
        column++;
        var start = 0;
        for (var end = 0; end <= runes.Length; end++)
        {
            if (end == runes.Length || IsEscaped(runes[end]))
            {
                column += Append(result, runes, ref start, end);
                if (end < runes.Length)
                    (column, start) = (column + AppendEscape(result, runes[end]), end + 1);
            }

            if (end <= 0 || end >= runes.Length - 1 || (runes[end].Value != ' ' && start < end) || column + (end - start) <= width)
                continue;
            Append(result, runes, ref start, end);
            result.Append('\\').Append('\n').Append(indent);
            column = indent.Length;
            if (runes[start].Value == ' ')
                (_, column) = (result.Append('\\'), column + 1);
        }

        return result.Append('"').ToString();
    }

    private static int Append(StringBuilder result, Rune[] runes, ref int start, int end)
    {
        var count = Math.Max(0, end - start);
        for (; start < end; start++)
            result.Append(runes[start].ToString());
        return count;
    }

    // Beyond the first 65,536 code points it escapes here, though nowhere else.
    private static bool IsEscaped(Rune rune) => rune.Value is '"' or '\\' or >= 0x10000;

    private static int AppendEscape(StringBuilder result, Rune rune)
    {
        var escape = rune.Value >= 0x10000 ? string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}") : $"\\{rune}";
        result.Append(escape);
        return escape.Length;
    }
}
