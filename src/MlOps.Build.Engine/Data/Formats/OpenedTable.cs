using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Data.Formats.Columnar;
using MlOps.Build.Engine.Data.Partitions;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Data files of any format, open, as one table in batches.</summary>
internal sealed class OpenedTable : IDisposable
{
    private readonly IDisposable _files;

    private OpenedTable(IDisposable files, ITableSource source) => (_files, Source) = (files, source);

    public ITableSource Source { get; }

    /// <summary>Null, with errors, when the files cannot be read as a table.</summary>
    public static OpenedTable? Open(
        IReadOnlyList<DataSource> files, DataSchema? schema, CsvReading reading, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (DataPaths.Expand(files, diagnostics) is not { } sources || PartitionKeys.Of(sources, schema, diagnostics) is not { } keys)
            return null;
        var inner = keys.InFiles(schema);
        if (sources.Any(file => ColumnFiles.Is(file.Name)))
            return Kept(ColumnFiles.Open(sources, diagnostics), columnar => Partitioned(columnar.Table(inner, diagnostics)));
        return Kept(OpenedFiles.Open(sources, diagnostics), text => text.All ? Partitioned(CsvBatches.Open(text.Files, inner, reading, diagnostics, cancellation)) : null);

        ITableSource? Partitioned(ITableSource? table) => table is null ? null : PartitionedTable.Of(table, table.Columns.Select(column => column.Name), keys, diagnostics);
    }

    public void Dispose() => _files.Dispose();

    private static OpenedTable? Kept<T>(T? files, Func<T, ITableSource?> open)
        where T : class, IDisposable
    {
        if (files is null)
            return null;
        if (open(files) is { } source)
            return new OpenedTable(files, source);
        files.Dispose();
        return null;
    }
}
