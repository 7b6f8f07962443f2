using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>Gives one thread's batches on with the columns of the folders.</summary>
internal sealed class PartitionSink : IBatchSink
{
    private readonly ITableSource _files;
    private readonly IBatchSink _sink;
    private readonly List<(int Place, PartitionColumn Column)> _keys = [];
    private readonly RowBatch _batch;

    public PartitionSink(ITableSource files, PartitionKeys keys, IReadOnlyList<BatchColumn> columns, IBatchSink sink)
    {
        (_files, _sink) = (files, sink);
        _batch = new RowBatch(new ColumnBatch[columns.Count]);
        for (var place = 0; place < columns.Count; place++)
        {
            var at = place;
            var key = keys.Columns.Index().FirstOrDefault(key => ReferenceEquals(key.Item, columns[at]));
            if (key.Item is null)
                continue;
            var column = PartitionColumn.Of(key.Item, keys.Values(key.Index));
            _keys.Add((place, column));
            _batch.Columns[place] = column.Batch;
        }
    }

    public void Add(RowBatch batch)
    {
        var file = _files.FileOf(batch.Block);
        batch.Columns.CopyTo(_batch.Columns, 0);
        foreach (var (place, column) in _keys)
        {
            column.Show(file, batch.Rows);
            _batch.Columns[place] = column.Batch;
        }

        (_batch.Block, _batch.Rows, _batch.Lines) = (batch.Block, batch.Rows, batch.Lines);
        _sink.Add(_batch);
    }
}
