using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// Rows as CSV (RFC 4180): features by name, then weight, list and label. Numbers are the shortest that read back as the same float32; a missing one is an
/// empty field.
/// </summary>
internal static class CsvRows
{
    public static void Write(string path, TrainingSet set, IReadOnlyList<RowColumn> columns)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', set.Features.Names.Concat(columns.Select(column => column.Name)).Select(CsvField.Quote)));
        Span<char> buffer = stackalloc char[32];
        for (var row = 0; row < set.Labels.Length; row++)
        {
            foreach (var value in set.Features.Row(row))
            {
                writer.Write(Number(value, buffer));
                writer.Write(',');
            }

            for (var i = 0; i < columns.Count; i++)
            {
                writer.Write(Number(columns[i].Value(set, row), buffer));
                writer.Write(i == columns.Count - 1 ? '\n' : ',');
            }
        }
    }

    private static ReadOnlySpan<char> Number(float value, Span<char> buffer)
    {
        if (!float.IsFinite(value))
            return float.IsNaN(value) ? "" : value > 0 ? "inf" : "-inf";
        value.TryFormat(buffer, out var length, "R", CultureInfo.InvariantCulture);
        return buffer[..length];
    }
}
