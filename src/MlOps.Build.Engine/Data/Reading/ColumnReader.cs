using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads one column of blocks into a batch that it lends out.</summary>
internal abstract class ColumnReader(MissingMarkers markers)
{
    private ulong[] _missing = [];
    private int _missingCount;

    public abstract ColumnBatch Batch { get; }

    protected MissingMarkers Markers { get; } = markers;

    protected ulong[] Missing => _missing;

    protected int MissingCount => _missingCount;

    /// <summary>Reads the rows of a block.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">0-based field of the column.</param>
    public void Read(in BlockRows rows, int column)
    {
        var words = (rows.Count + 63) >> 6;
        if (_missing.Length < words)
            _missing = new ulong[Math.Max(words, _missing.Length * 2)];
        _missing.AsSpan(0, words).Clear();
        _missingCount = 0;
        Fill(rows, column);
    }

    protected abstract void Fill(in BlockRows rows, int column);

    protected void SetMissing(int row)
    {
        _missing[row >> 6] |= 1UL << (row & 63);
        _missingCount++;
    }

    public static ColumnReader Of(BatchColumn column, MissingMarkers markers, CsvReading reading) => column.Type switch
    {
        ColumnType.Boolean => new PlainReader<bool>(column, markers, NumberParser.Boolean, false, value => value ? "true" : "false"),
        ColumnType.Int64 => new Int64Reader(column, markers),
        ColumnType.Float32 => new PlainReader<float>(column, markers, NumberParser.Float32, float.NaN, BatchText.Float32),
        ColumnType.Float64 => new Float64Reader(column, markers),
        ColumnType.Date => new DateReader(column, markers),
        ColumnType.Timestamp => new TimestampReader(column, markers),
        _ => new TextReader(column, markers, reading.DictionaryLimit),
    };
}
