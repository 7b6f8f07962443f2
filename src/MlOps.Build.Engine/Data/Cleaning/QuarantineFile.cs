using System.Globalization;
using System.Text;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>The rows in quarantine as CSV: why, where they stand, and their values; values of sensitive columns are left out.</summary>
internal static class QuarantineFile
{
    public static string Write(IReadOnlyList<QuarantinedRow> rows, IReadOnlyList<string> columns, DataSchema schema)
    {
        var shown = columns.Select(name => schema.Find(name)?.Sensitive != true).ToArray();
        var text = new StringBuilder();
        Line(text, ["reason", "file", "line", .. columns.Where((_, index) => shown[index])]);
        foreach (var row in rows)
            Line(text, [row.Reason, row.File, row.Line.ToString(CultureInfo.InvariantCulture), .. row.Values.Where((_, index) => shown[index])]);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string?> fields) => text.AppendJoin(',', fields.Select(Field)).Append('\n');

    // An empty string is quoted, a missing value is not.
    private static string Field(string? value) => value switch
    {
        null => "",
        "" => "\"\"",
        _ when value.AsSpan().IndexOfAny(",\"\r\n") >= 0 || value[0] == ' ' || value[^1] == ' ' => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => value,
    };
}
