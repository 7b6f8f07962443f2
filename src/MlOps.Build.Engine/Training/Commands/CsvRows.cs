using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// Rows as CSV (RFC 4180): features by name, then the label. Numbers are the shortest that read back as the same float32; a missing one is an
/// empty field.
/// </summary>
internal static class CsvRows
{
    public static void Write(string path, TrainingSet set, string label)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        var names = set.Features.Names;
        foreach (var name in names)
        {
            writer.Write(CsvField.Quote(name));
            writer.Write(',');
        }

        writer.WriteLine(CsvField.Quote(label));
        Span<char> buffer = stackalloc char[32];
        for (var row = 0; row < set.Labels.Length; row++)
        {
            foreach (var value in set.Features.Row(row))
            {
                writer.Write(Number(value, buffer));
                writer.Write(',');
            }

            writer.Write(Number(set.Labels[row], buffer));
            writer.Write('\n');
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
