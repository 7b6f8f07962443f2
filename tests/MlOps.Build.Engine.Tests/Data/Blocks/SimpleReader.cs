using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Tests.Data.Blocks;

/// <summary>Two columns of text, read by the sequential scanner alone: what reading in blocks must come to as well.</summary>
internal static class SimpleReader
{
    /// <summary>Rows as lines with their fields in brackets, then what is wrong.</summary>
    public static List<string> Read(string text)
    {
        var found = new List<string>();
        var diagnostics = new DiagnosticBag();
        var faults = new StructureFaults("t.csv", diagnostics);
        var scanner = new CsvScanner(Encoding.UTF8.GetBytes(text), (byte)',');
        scanner.BeginRow();
        while (!scanner.RowEnded)
            scanner.ReadField();
        while (scanner.BeginRow())
            found.Add(Row(ref scanner, faults));
        faults.Close();
        if (found.Count == 0)
            diagnostics.Error(DataCodes.NoRows, "the file has a header and no rows. Add rows.", new SourcePosition("t.csv"));
        return faults.Fatal ? Lines(diagnostics) : [.. found, .. Lines(diagnostics)];
    }

    public static List<string> Lines(DiagnosticBag diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.ToString())];

    public static string Shown(int line, params IEnumerable<string?> fields) =>
        $"{line}: {string.Concat(fields.Select(field => $"[{field ?? "missing"}]"))}";

    private static string Row(ref CsvScanner scanner, StructureFaults faults)
    {
        var line = scanner.Line;
        var fields = new List<string?>();
        while (!scanner.RowEnded)
        {
            var field = scanner.ReadField();
            if (scanner.Fault != CsvFault.None)
                faults.Add(scanner.Fault, scanner.FaultLine, fields.Count + 1);
            fields.Add(field.Raw.IsEmpty ? null : field.Text());
        }

        if (fields.Count != 2 && scanner.Fault != CsvFault.UnclosedQuote)
        {
            var message = new RowWidth(2, new CsvDialect((byte)',', HasHeader: true), 0).Message(fields.Count);
            faults.Add(DataCodes.FieldCount, message, line, Math.Min(fields.Count, 3));
        }

        return Shown(line, fields);
    }
}
