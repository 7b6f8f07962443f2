using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>One thread's part of a pass.</summary>
internal sealed class CsvWorker
{
    private readonly CsvPass _pass;
    private readonly IBatchSink _sink;
    private readonly TypeWatch? _watch;
    private readonly BlockReader _reader;
    private readonly ColumnReader[] _columns;
    private readonly bool[] _assumedUtc;
    private readonly bool[] _wanted;
    private readonly RowBatch _batch;

    public CsvWorker(CsvPass pass, IBatchSink sink, TypeWatch? watch)
    {
        (_pass, _sink, _watch) = (pass, sink, watch);
        _reader = new BlockReader(pass.Plan, pass.Columns.Count, pass.Reading);
        _columns = new ColumnReader[pass.Columns.Count];
        _assumedUtc = new bool[_columns.Length];
        _wanted = new bool[_columns.Length];
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = ColumnReader.Of(pass.Columns[i], pass.Markers, pass.Reading);
            _wanted[i] = pass.Wanted?.Contains(i) ?? true;
        }

        _batch = new RowBatch(Array.ConvertAll(_columns, column => column.Batch));
    }

    public void Run()
    {
        for (var block = _pass.Plan.Take(); block >= 0; block = _pass.Plan.Take())
        {
            _pass.Cancellation.ThrowIfCancellationRequested();
            _reader.Load(block);
            var rows = _reader.Rows;
            _pass.Plan.SetRows(block, rows.Count, _reader.Lines);
            if (_reader.Faults is { } faults)
                _pass.AddFaults(faults);
            if (_reader.Damaged)
                _pass.Damage(_pass.Plan.FileOf(block));
            if (rows.Count > 0 && !_pass.Fatal)
                Give(block, rows);
        }
    }

    private void Give(int block, in BlockRows rows)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (!_wanted[i])
                continue;
            _columns[i].Read(rows, i);
            _watch?.Look(rows, i, _columns[i].Batch);
            if (_columns[i].Batch is TimestampBatch { FirstAssumedUtc: >= 0 and var row } && !_assumedUtc[i])
            {
                _assumedUtc[i] = true;
                _pass.AssumeUtc(i, new RowPlace(block, row));
            }
        }

        (_batch.Block, _batch.Rows) = (block, rows.Count);
        if (_pass.Reading.Lines)
            FillLines(rows.Count);
        _sink.Add(_batch);
    }

    private void FillLines(int rows)
    {
        if (_batch.Lines.Length < rows)
            _batch.Lines = new int[rows];
        _reader.FillLines(_batch.Lines.AsSpan(0, rows));
    }
}
