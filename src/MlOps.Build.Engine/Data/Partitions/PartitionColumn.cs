using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>A column with one value for all rows of a file, as one thread shows it.</summary>
internal abstract class PartitionColumn
{
    private int _file = -1;
    private int _rows;
    private ulong[] _missing = [];

    public abstract ColumnBatch Batch { get; }

    /// <summary>A column by its texts in each file.</summary>
    public static PartitionColumn Of(BatchColumn column, string?[] texts) => column.Type switch
    {
        ColumnType.Boolean => new PartitionValues<bool>(new(column, value => value ? "true" : "false"), texts, NumberParser.Boolean, false),
        ColumnType.Int64 => new PartitionValues<long>(new(column, BatchText.Int64), texts, NumberParser.Int64, 0),
        ColumnType.Float32 => new PartitionValues<float>(new(column, BatchText.Float32), texts, NumberParser.Float32, float.NaN),
        ColumnType.Float64 => new PartitionValues<double>(new(column, BatchText.Float64), texts, NumberParser.Float64, double.NaN),
        ColumnType.Date => new PartitionValues<int>(new(column, BatchText.Date), texts, DateParser.Date, 0),
        ColumnType.Timestamp => new PartitionTimes(column, texts),
        _ => new PartitionTexts(column, texts),
    };

    /// <summary>Shows so many rows of a file.</summary>
    public void Show(int file, int rows)
    {
        if (file != _file || rows > _rows)
        {
            (_file, _rows) = (file, Math.Max(rows, _rows));
            Take(file, _rows);
        }

        Show(rows);
    }

    /// <summary>Takes the value of a file, for at least so many rows.</summary>
    protected abstract void Take(int file, int rows);

    protected abstract void Show(int rows);

    /// <summary>A bit for each row.</summary>
    protected ulong[] Missing(int rows, bool isMissing)
    {
        var words = (rows + 63) >> 6;
        if (_missing.Length < words)
            _missing = new ulong[words];
        Array.Fill(_missing, isMissing ? ulong.MaxValue : 0);
        if (isMissing)
        {
            _missing.AsSpan(words).Clear();
            if ((rows & 63) != 0)
                _missing[words - 1] = (1UL << (rows & 63)) - 1;
        }

        return _missing;
    }

    protected static ParseOutcome Parse<T>(string text, FieldParse<T> parse, out T value) => parse(Encoding.UTF8.GetBytes(text), out value);
}
