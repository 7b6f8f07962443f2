using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>Columnar files as one table in batches. A block is a slice of a row group; a row's "line" is its 1-based number in its file.</summary>
internal sealed class ColumnFileTable : ITableSource
{
    private const int SliceRows = 1 << 14;
    private readonly IReadOnlyList<(IColumnFile File, string Name)> _files;
    private readonly IReadOnlyList<FileColumnPlan> _columns;
    private readonly bool _nanIsMissing;
    private readonly List<GroupPlan> _groups = [];
    private int _next;

    public ColumnFileTable(IReadOnlyList<(IColumnFile File, string Name)> files, IReadOnlyList<FileColumnPlan> columns, CsvFormat format)
    {
        (_files, _columns, _nanIsMissing) = (files, columns, format.MissingMarkers.Contains("NaN"));
        Columns = [.. columns.Select(plan => new BatchColumn(plan.Column.Name, plan.Type))];
        var block = 0;
        foreach (var (index, (file, _)) in files.Index())
        {
            foreach (var group in file.RowGroups)
            {
                _groups.Add(new GroupPlan(index, group, block));
                block += (group.RowCount + SliceRows - 1) / SliceRows;
            }
        }
    }

    public IReadOnlyList<BatchColumn> Columns { get; }

    public IReadOnlyList<string> Names => [.. _files.Select(file => file.Name)];

    public long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        Read([.. Enumerable.Range(0, Columns.Count)], sink, diagnostics, cancellation);

    public long? Read(IReadOnlyCollection<int> columns, Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var rows = _files.Sum(file => file.File.RowCount);
        if (rows == 0)
        {
            diagnostics.Error(DataCodes.NoRows, "the file has no rows. Add rows.", new SourcePosition(_files[0].Name));
            return null;
        }

        _next = 0;
        var threads = Math.Clamp(_groups.Count, 1, Math.Min(Environment.ProcessorCount, 8));
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, _ => Work(columns, sink(), cancellation));
        }
        catch (AggregateException failure) when (failure.InnerExceptions.OfType<ColumnFileException>().FirstOrDefault() is { } damage)
        {
            diagnostics.Add(damage.Diagnostic);
            return null;
        }
        catch (AggregateException failure) when (failure.InnerExceptions.OfType<OperationCanceledException>().FirstOrDefault() is { } end)
        {
            throw end;
        }

        AssumeUtc(columns, diagnostics);
        return rows;
    }

    public IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places)
    {
        var (rows, lines) = Offsets();
        return [.. places.Select(place => new RowLocation(rows[place.Block] + place.Row, _files[FileOf(place.Block)].Name, lines[place.Block] + place.Row))];
    }

    public (long[] Rows, int[] Lines) Offsets()
    {
        var (rows, lines) = (new List<long>(), new List<int>());
        var before = 0L;
        foreach (var group in _groups)
        {
            for (var row = 0; row < group.Group.RowCount; row += SliceRows)
            {
                rows.Add(before + row);
                lines.Add(checked((int)group.Group.FirstRow + row + 1));
            }

            before += group.Group.RowCount;
        }

        return ([.. rows, before], [.. lines, 0]);
    }

    public int FileOf(int block) => _groups[GroupOf(block)].File;

    public int LineOf(int block, int line) => line;

    public long[] RowsByFile() => [.. _files.Select(file => file.File.RowCount)];

    // The last group that begins at the block or before; groups without rows have no block.
    private int GroupOf(int block)
    {
        var (low, high) = (0, _groups.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _groups[middle].FirstBlock <= block ? (middle, high) : (low, middle);
        }

        return low;
    }

    private void Work(IReadOnlyCollection<int> wanted, IBatchSink sink, CancellationToken cancellation)
    {
        var all = _columns.Select((plan, index) => GroupColumn.Of(plan, Columns[index], _nanIsMissing)).ToArray();
        var columns = wanted.Select(index => all[index]).ToArray();
        var batch = new RowBatch([.. all.Select(column => column.Batch)]) { Lines = [.. Enumerable.Range(0, SliceRows)] };
        while (Interlocked.Increment(ref _next) - 1 is var next && next < _groups.Count)
        {
            var (file, group, block) = _groups[next];
            foreach (var column in columns)
                column.Load(_files[file].File, group.Index, cancellation);
            for (var start = 0; start < group.RowCount; start += SliceRows)
            {
                cancellation.ThrowIfCancellationRequested();
                (batch.Block, batch.Rows) = (block++, Math.Min(SliceRows, group.RowCount - start));
                foreach (var column in columns)
                    column.Show(start, batch.Rows);
                sink.Add(batch);
            }

            foreach (var column in columns)
                column.Release();
        }
    }

    private void AssumeUtc(IReadOnlyCollection<int> columns, DiagnosticBag diagnostics)
    {
        foreach (var plan in columns.Select(index => _columns[index]).Where(plan => plan is { Type: ColumnType.Timestamp, Column.IsUtc: false }))
        {
            diagnostics.Info(
                DataCodes.OffsetAssumed,
                $"'{plan.Column.Name}' has times without an offset; they are taken as UTC. Write it as a timestamp in UTC if they are local times.",
                new SourcePosition(_files[0].Name));
        }
    }

    private sealed record GroupPlan(int File, RowGroup Group, int FirstBlock);
}
