using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>
/// A table with the columns of its folders: behind those of the files, or in the place of a file's column of the same name, whose values nobody sees then.
/// </summary>
internal sealed class PartitionedTable(ITableSource files, PartitionKeys keys) : ITableSource
{
    private IReadOnlyList<BatchColumn>? _inner;
    private IReadOnlyList<BatchColumn> _columns = [];

    public IReadOnlyList<BatchColumn> Columns
    {
        get
        {
            // The files' columns get other types while these are inferred.
            if (!ReferenceEquals(_inner, files.Columns))
                (_inner, _columns) = (files.Columns, Merge(files.Columns));
            return _columns;
        }
    }

    public IReadOnlyList<string> Names => files.Names;

    /// <summary>The table of some files, whose columns have these names, with the columns of their folders where there are any.</summary>
    public static ITableSource Of(ITableSource files, IEnumerable<string> names, PartitionKeys keys, DiagnosticBag diagnostics)
    {
        if (keys.Columns.Count == 0)
            return files;
        foreach (var column in keys.Columns.Where(key => names.Contains(key.Name)))
        {
            diagnostics.Warning(
                DataCodes.PartitionInFile,
                $"column {Shown.Text(column.Name)} stands in the file and in the names of its folders; the folders' value is taken. Remove the column from the files.",
                new SourcePosition(files.Names[0]));
        }

        return new PartitionedTable(files, keys);
    }

    public long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        files.Read(Within(sink), diagnostics, cancellation);

    public long? Read(IReadOnlyCollection<int> columns, Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        files.Read([.. columns.Where(column => column < files.Columns.Count)], Within(sink), diagnostics, cancellation);

    /// <summary>Sinks for the files' batches that give them to others with the columns of the folders.</summary>
    public Func<IBatchSink> Within(Func<IBatchSink> sink) => () => new PartitionSink(files, keys, Columns, sink());

    public IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places) => files.Locate(places);

    public (long[] Rows, int[] Lines) Offsets() => files.Offsets();

    public int FileOf(int block) => files.FileOf(block);

    public int LineOf(int block, int line) => files.LineOf(block, line);

    public long[] RowsByFile() => files.RowsByFile();

    private List<BatchColumn> Merge(IReadOnlyList<BatchColumn> columns)
    {
        var merged = columns.Select(column => keys.Columns.FirstOrDefault(key => key.Name == column.Name) ?? column).ToList();
        merged.AddRange(keys.Columns.Where(key => !merged.Contains(key)));
        return merged;
    }
}
