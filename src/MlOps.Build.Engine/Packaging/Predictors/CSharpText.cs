using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Any text as a C# literal or as the text of an XML documentation comment.</summary>
internal static class CSharpText
{
    /// <summary>A string literal; all but printable ASCII and letters is escaped.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                literal.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~' || char.IsLetter(character))
                literal.Append(character);
            else
                literal.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text for a documentation comment: one line, escaped, without what XML 1.0 cannot hold.</summary>
    public static string Xml(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                0x85 or 0x2028 or 0x2029 => " ",
                < ' ' or 0xFFFE or 0xFFFF => " ",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString().Trim();
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
