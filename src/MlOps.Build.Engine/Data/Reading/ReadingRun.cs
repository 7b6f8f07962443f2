using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads files whose headers are known to be sound and equal.</summary>
internal sealed class ReadingRun(
    IReadOnlyList<DataFileContent> contents,
    IReadOnlyList<string> names,
    CsvFormat format,
    DiagnosticBag diagnostics,
    CancellationToken cancellation)
{
    private readonly MissingMarkers _markers = new(format.MissingMarkers);

    // A second pass over the same rows finds the same faults.
    private bool _faultsReported;

    /// <summary>One type a column, from the contract or from all values; null, with errors, when a file has faults.</summary>
    public IReadOnlyList<ColumnType>? Types(DataSchema? schema)
    {
        if (schema is not null)
            return [.. names.Select(name => schema.Find(name)?.Type ?? ColumnType.String)];
        var sink = new SniffingSink(names.Count);
        var read = ReadAll(sink);
        _faultsReported = true;
        return read is null ? null : sink.Types;
    }

    /// <summary>The table; null, with errors, when a file has faults or no file has rows.</summary>
    public Table? Fill(IReadOnlyList<ColumnType> types)
    {
        var sink = new FillingSink(names, types);
        if (ReadAll(sink) is not { } counts)
            return null;
        foreach (var (count, content) in counts.Zip(contents).Where(pair => pair.First == 0))
            ReportNoRows(content.Name, sink.Rows > 0);
        if (sink.Rows == 0)
            return null;
        var table = sink.Build([.. contents.Select(content => content.Name)], FirstRows(counts));
        ReportAssumedUtc(table, sink);
        return table;
    }

    private List<int>? ReadAll(IRowSink sink)
    {
        var counts = new List<int>();
        foreach (var content in contents)
        {
            var reader = new RowReader(names.Count, CsvDialect.Of(content.Name, format), _markers, _faultsReported ? [] : diagnostics);
            if (reader.Read(content, sink, cancellation) is { } rows)
                counts.Add(rows);
        }

        return counts.Count == contents.Count ? counts : null;
    }

    private static int[] FirstRows(List<int> counts)
    {
        var first = new int[counts.Count];
        for (var i = 1; i < counts.Count; i++)
            first[i] = first[i - 1] + counts[i - 1];
        return first;
    }

    private void ReportNoRows(string file, bool othersHaveRows)
    {
        if (othersHaveRows)
            diagnostics.Warning(DataCodes.NoRows, "the file has a header and no rows. Remove it, or add rows.", new SourcePosition(file));
        else
            diagnostics.Error(DataCodes.NoRows, "the file has a header and no rows. Add rows.", new SourcePosition(file));
    }

    private void ReportAssumedUtc(Table table, FillingSink sink)
    {
        foreach (var (column, row) in sink.AssumedUtc())
        {
            diagnostics.Info(
                DataCodes.OffsetAssumed,
                $"'{names[column]}' has times without an offset; they are taken as UTC. "
                    + "Add an offset such as +01:00 if they are local times.",
                new SourcePosition(table.Origins.File(row), table.Origins.Line(row), column + 1));
        }
    }
}
