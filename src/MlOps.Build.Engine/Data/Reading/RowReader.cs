using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Feeds the rows of one file to a sink and finds faults in their layout.</summary>
internal sealed class RowReader(int columns, CsvDialect dialect, MissingMarkers markers, DiagnosticBag diagnostics)
{
    private const int RowsBetweenCancellationChecks = 4096;

    /// <summary>The number of rows read; null when the file has faults.</summary>
    public int? Read(DataFileContent content, IRowSink sink, CancellationToken cancellation)
    {
        var faults = new StructureFaults(content.Name, diagnostics);
        var scanner = new CsvScanner(content.Text, dialect.Delimiter);
        if (dialect.HasHeader)
            SkipRow(ref scanner);
        var rows = 0;
        while (scanner.BeginRow())
        {
            if (rows++ % RowsBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            ReadRow(ref scanner, sink, faults);
        }

        faults.Close();
        return faults.Fatal ? null : rows;
    }

    private static void SkipRow(ref CsvScanner scanner)
    {
        scanner.BeginRow();
        while (!scanner.RowEnded)
            scanner.ReadField();
    }

    private void ReadRow(ref CsvScanner scanner, IRowSink sink, StructureFaults faults)
    {
        var line = scanner.Line;
        var fields = 0;
        while (!scanner.RowEnded)
        {
            var field = scanner.ReadField();
            if (scanner.Fault != CsvFault.None)
                faults.Add(scanner.Fault, scanner.FaultLine, fields + 1);
            if (fields < columns)
                Add(sink, fields, field);
            fields++;
        }

        if (fields != columns && scanner.Fault != CsvFault.UnclosedQuote)
            ReportCount(fields, line, faults);
        for (var missing = fields; missing < columns; missing++)
            sink.AddMissing(missing);
        sink.EndRow(line);
    }

    private void Add(IRowSink sink, int column, in CsvField field)
    {
        if (markers.Match(field.Raw))
            sink.AddMissing(column);
        else
            sink.Add(column, field);
    }

    private void ReportCount(int fields, int line, StructureFaults faults)
    {
        var expected = dialect.HasHeader ? $"the header has {columns}" : $"the table has {columns} columns";
        var way = fields > columns
            ? $"Quote a value that holds {dialect.DelimiterName}, or remove a field."
            : "Add the missing fields (a missing value is an empty field).";
        var place = Math.Min(fields, columns + 1);
        faults.Add(DataCodes.FieldCount, $"{Shown.Count(fields, "field")}; {expected}. {way}", line, place);
    }
}
