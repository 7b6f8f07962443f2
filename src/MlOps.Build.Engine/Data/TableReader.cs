using System.Collections.Concurrent;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Formats.Columnar;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data;

/// <summary>Reads the data files of one table into typed columns.</summary>
internal static class TableReader
{
    private static readonly CsvReading Whole = new() { Lines = true, DictionaryLimit = int.MaxValue };

    /// <summary>
    /// All rows of all files, in order. With a contract its types hold, without one they are inferred from all rows. Null, with errors,
    /// when the files cannot be read as a table; values that do not fit their type leave the row missing there and are in
    /// <see cref="Table.Unread"/>, which the validator reports.
    /// </summary>
    public static Table? Read(
        IReadOnlyList<DataSource> files, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (files.Any(file => ColumnFiles.Is(file.Name)))
            return ReadColumnar(files, schema, diagnostics, cancellation);
        using var opened = OpenedFiles.Open(files, diagnostics);
        cancellation.ThrowIfCancellationRequested();
        return opened.All ? Read(opened.Files, schema, diagnostics, cancellation) : null;
    }

    internal static Table? Read(
        IReadOnlyList<DataBytes> files, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation,
        CsvReading? reading = null)
    {
        reading = (reading ?? Whole) with { Lines = true, DictionaryLimit = int.MaxValue };
        if (CsvBatches.Headed(files, schema, reading, diagnostics) is not { } source)
            return null;
        if (schema is null)
            return Keep(source, (sink, forget) => source.InferTypes(sink, forget, diagnostics, cancellation));
        source.TakeTypes(schema);
        return Keep(source, (sink, _) => source.Read(sink, diagnostics, cancellation) is not null);
    }

    private static Table? ReadColumnar(
        IReadOnlyList<DataSource> files, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var opened = ColumnFiles.Open(files, diagnostics);
        return opened?.Table(schema, diagnostics) is { } source
            ? Keep(source, (sink, _) => source.Read(sink, diagnostics, cancellation) is not null)
            : null;
    }

    // Reads into sinks that keep their rows, and puts these together.
    private static Table? Keep(ITableSource source, Func<Func<IBatchSink>, Action, bool> read)
    {
        var sinks = new ConcurrentBag<TableSink>();
        if (!read(Sink, sinks.Clear))
            return null;
        var rows = checked((int)source.Offsets().Rows[^1]);
        return new TableAssembly(source, [.. sinks.SelectMany(sink => sink.Blocks)], rows).Build();

        TableSink Sink()
        {
            var sink = new TableSink();
            sinks.Add(sink);
            return sink;
        }
    }
}
