using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Yaml;

/// <summary>Writes scalars and short lists so that any YAML 1.1 or 1.2 reader gets the same text back.</summary>
internal static class YamlText
{
    // Plain scalars that a YAML reader takes for something else than text.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf", "+.inf",
    };

    /// <summary>The text, quoted when it has to be.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    public static string Scalar(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A flow list: <c>[a, b]</c>.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Scalar))}]";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !Words.Contains(text)
        && (char.IsAsciiLetter(text[0]) || text[0] == '_' || IsNumber(text))
        && !text.EndsWith(' ')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '/' or '(' or ')' or '+' or '$');

    private static bool IsNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is '-' or '+' or '.' or 'E')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
