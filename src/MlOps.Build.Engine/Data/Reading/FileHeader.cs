using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The column names of one file.</summary>
internal sealed record FileHeader(string File, int Line, IReadOnlyList<string> Names)
{
    /// <summary>Reads the first row; null, with errors, when it cannot be a header.</summary>
    public static FileHeader? Read(
        string file, ReadOnlySpan<byte> text, CsvDialect dialect, IReadOnlyList<string>? names, DiagnosticBag diagnostics)
    {
        var faults = new StructureFaults(file, diagnostics);
        var scanner = new CsvScanner(text, dialect.Delimiter);
        scanner.BeginRow();
        var line = scanner.Line;
        var fields = new List<string>();
        while (!scanner.RowEnded)
        {
            fields.Add(scanner.ReadField().Text());
            if (dialect.HasHeader)
                faults.Add(scanner.Fault, scanner.FaultLine, fields.Count);
        }

        if (faults.Fatal)
            return null;
        if (fields.Count == 1)
            return Single(file, line, fields[0], dialect, diagnostics);
        var header = new FileHeader(file, line, dialect.HasHeader ? fields : Numbered(fields.Count, names));
        return header.Check(diagnostics) ? header : null;
    }

    // Without a header the contract names the columns when it has one for each field.
    private static IReadOnlyList<string> Numbered(int count, IReadOnlyList<string>? names) => names?.Count == count
        ? names
        : [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"column_{number}"))];

    private static FileHeader? Single(string file, int line, string header, CsvDialect dialect, DiagnosticBag diagnostics)
    {
        var other = header.FirstOrDefault(letter => letter is ';' or '\t' or '|' or ',');
        var way = other == default
            ? "A model needs a label and at least one feature."
            : $"The first line holds {new CsvDialect((byte)other, true).DelimiterName}: set 'delimiter' below 'format' in schema.yaml.";
        diagnostics.Error(
            DataCodes.SingleColumn,
            $"only one column{(dialect.HasHeader ? $", {Shown.Text(header)}," : "")} with {dialect.DelimiterName} as delimiter. {way}",
            new SourcePosition(file, line));
        return null;
    }

    private bool Check(DiagnosticBag diagnostics)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var sound = true;
        for (var i = 0; i < Names.Count; i++)
        {
            var position = new SourcePosition(File, Line, i + 1);
            if (string.IsNullOrWhiteSpace(Names[i]))
                diagnostics.Error(DataCodes.UnnamedColumn, $"column {i + 1} has no name. Name it in the header.", position);
            else if (!first.TryAdd(Names[i], i + 1))
                diagnostics.Error(DataCodes.DuplicateColumn, Duplicate(Names[i], i + 1, first[Names[i]]), position);
            else
                continue;
            sound = false;
        }

        return sound;
    }

    private static string Duplicate(string name, int column, int first) =>
        $"column {column} is called {Shown.Text(name)}, as column {first} is. Rename one of them.";
}
