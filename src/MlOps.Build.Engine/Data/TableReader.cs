using System.Collections.Concurrent;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Data.Formats.Columnar;
using MlOps.Build.Engine.Data.Partitions;
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
        if (DataPaths.Expand(files, diagnostics) is not { } sources || PartitionKeys.Of(sources, schema, diagnostics) is not { } keys)
            return null;
        if (sources.Any(file => ColumnFiles.Is(file.Name)))
            return ReadColumnar(sources, keys, schema, diagnostics, cancellation);
        using var opened = OpenedFiles.Open(sources, diagnostics);
        cancellation.ThrowIfCancellationRequested();
        return opened.All ? Read(opened.Files, keys, schema, Whole, diagnostics, cancellation) : null;
    }

    internal static Table? Read(
        IReadOnlyList<DataBytes> files, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation,
        CsvReading? reading = null) =>
        Read(files, PartitionKeys.None, schema, (reading ?? Whole) with { Lines = true, DictionaryLimit = int.MaxValue }, diagnostics, cancellation);

    private static Table? Read(
        IReadOnlyList<DataBytes> files, PartitionKeys keys, DataSchema? schema, CsvReading reading, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (CsvBatches.Headed(files, keys.InFiles(schema), reading, diagnostics) is not { } text)
            return null;
        if (schema is not null)
            text.TakeTypes(schema);
        var source = PartitionedTable.Of(text, text.ColumnNames, keys, diagnostics);
        return schema is null
            ? Keep(source, (sink, forget) => text.InferTypes((source as PartitionedTable)?.Within(sink) ?? sink, forget, diagnostics, cancellation))
            : Keep(source, (sink, _) => source.Read(sink, diagnostics, cancellation) is not null);
    }

    private static Table? ReadColumnar(
        IReadOnlyList<DataSource> files, PartitionKeys keys, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var opened = ColumnFiles.Open(files, diagnostics);
        if (opened?.Table(keys.InFiles(schema), diagnostics) is not { } table)
            return null;
        var source = PartitionedTable.Of(table, table.Columns.Select(column => column.Name), keys, diagnostics);
        return Keep(source, (sink, _) => source.Read(sink, diagnostics, cancellation) is not null);
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
