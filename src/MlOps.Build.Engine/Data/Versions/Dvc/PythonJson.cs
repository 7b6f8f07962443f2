using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Texts as Python's <c>json</c> writes them with its defaults: everything beyond ASCII as <c>\uXXXX</c> in lower case.</summary>
internal static class PythonJson
{
    public static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                '\b' => text.Append("\\b"),
                >= ' ' and <= '~' => text.Append(c),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        text.Append('"');
    }
}
