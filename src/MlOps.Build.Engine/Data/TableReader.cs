using System.Collections.Concurrent;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Sources.Columnar;

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
        var sinks = new ConcurrentBag<TableSink>();
        if (schema is not null)
            source.TakeTypes(schema);
        var read = schema is not null
            ? source.Read(Sink, diagnostics, cancellation) is not null
            : source.InferTypes(Sink, sinks.Clear, diagnostics, cancellation);
        return read ? new TableAssembly(source, [.. sinks.SelectMany(sink => sink.Blocks)], Rows(source)).Build() : null;

        TableSink Sink()
        {
            var sink = new TableSink();
            sinks.Add(sink);
            return sink;
        }
    }

    private static Table? ReadColumnar(
        IReadOnlyList<DataSource> files, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var opened = ColumnFiles.Open(files, diagnostics);
        if (opened?.Table(schema, diagnostics) is not { } source)
            return null;
        var sinks = new ConcurrentBag<TableSink>();
        var read = source.Read(Sink, diagnostics, cancellation);
        return read is null ? null : new TableAssembly(source, [.. sinks.SelectMany(sink => sink.Blocks)], Rows(source)).Build();

        TableSink Sink()
        {
            var sink = new TableSink();
            sinks.Add(sink);
            return sink;
        }
    }

    private static int Rows(ITableSource source) => checked((int)source.Offsets().Rows[^1]);
}
