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
        var quoted = false;
        while (!scanner.RowEnded)
        {
            var field = scanner.ReadField();
            quoted = field.Quoted;
            fields.Add(field.Text());
            if (dialect.HasHeader)
                faults.Add(scanner.Fault, scanner.FaultLine, fields.Count);
        }

        if (faults.Fatal)
            return null;
        if (fields.Count == 1 && !quoted && !IsNamed(names, fields[0], dialect) && OtherDelimiter(fields[0], dialect) is { } other)
        {
            diagnostics.Error(DataCodes.SingleColumn, Single(fields[0], dialect, other), new SourcePosition(file, line));
            return null;
        }

        var header = new FileHeader(file, line, dialect.HasHeader ? fields : Numbered(fields.Count, names));
        return header.Check(diagnostics) ? header : null;
    }

    // Without a header the contract names the columns when it has one for each field.
    private static IReadOnlyList<string> Numbered(int count, IReadOnlyList<string>? names) => names?.Count == count
        ? names
        : [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"column_{number}"))];

    // One column is no fault. A name that holds what elsewhere parts fields is one, unless the contract has just that name.
    private static bool IsNamed(IReadOnlyList<string>? names, string field, CsvDialect dialect) =>
        names is not null && (dialect.HasHeader ? names.Contains(field) : names.Count == 1);

    private static CsvDialect? OtherDelimiter(string field, CsvDialect dialect)
    {
        var at = field.AsSpan().IndexOfAny(";\t|,");
        return at < 0 ? null : dialect with { Delimiter = (byte)field[at] };
    }

    private static string Single(string header, CsvDialect dialect, CsvDialect other) =>
        $"only one column{(dialect.HasHeader ? $", {Shown.Text(header)}," : "")} with {dialect.DelimiterName} as delimiter. "
        + $"The first line holds {other.DelimiterName}: set 'delimiter' below 'format' in schema.yaml, or quote the {(dialect.HasHeader ? "name" : "value")}.";

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
