using System.Numerics;
using System.Runtime.InteropServices;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>One column of the row group that a thread reads, shown in slices.</summary>
internal abstract class GroupColumn(FileColumnPlan plan, ColumnBatch batch)
{
    private ColumnValues? _values;
    private ulong[] _missing = [];

    public ColumnBatch Batch { get; } = batch;

    protected FileColumnPlan Plan { get; } = plan;

    public static GroupColumn Of(FileColumnPlan plan, BatchColumn column, bool nanIsMissing) => plan.Type switch
    {
        ColumnType.Boolean => new GroupValues<bool>(plan, new ValueBatch<bool>(column, value => value ? "true" : "false"), Same<bool>),
        ColumnType.Int64 => new GroupValues<long>(plan, new ValueBatch<long>(column, BatchText.Int64), Same<long>),
        ColumnType.Date => new GroupValues<int>(plan, new ValueBatch<int>(column, BatchText.Date), Same<int>),
        ColumnType.Float32 => new GroupNumbers<float>(plan, new ValueBatch<float>(column, BatchText.Float32), NumberConversion.Floats, nanIsMissing),
        ColumnType.Float64 => new GroupNumbers<double>(plan, new ValueBatch<double>(column, BatchText.Float64), NumberConversion.Doubles, nanIsMissing),
        ColumnType.Timestamp => new GroupTimes(plan, new TimestampBatch(column)),
        _ => new GroupTexts(plan, new TextBatch(column)),
    };

    public void Load(IColumnFile file, int group, CancellationToken cancellation)
    {
        _values = file.Read(group, Plan.Column.Index, cancellation);
        var words = new ulong[(_values.RowCount + 63) >> 6];
        if (_values.Validity.Length > 0)
        {
            var validity = _values.Validity.Span;
            for (var i = 0; i < words.Length; i++)
                words[i] = ~validity[i];
            if ((_values.RowCount & 63) != 0)
                words[^1] &= (1UL << (_values.RowCount & 63)) - 1;
        }

        _missing = words;
        Take(_values, words);
    }

    /// <summary>Shows rows of the group; the first is a multiple of 64.</summary>
    public void Show(int start, int rows)
    {
        var words = _missing.AsSpan(start >> 6, (rows + 63) >> 6).ToArray();
        if ((rows & 63) != 0)
            words[^1] &= (1UL << (rows & 63)) - 1;
        var count = 0;
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        Show(start, rows, words, count);
    }

    public void Release() => _values?.Dispose();

    /// <summary>Takes the values of a group; may set more bits of what is missing.</summary>
    protected abstract void Take(ColumnValues values, ulong[] missing);

    protected abstract void Show(int start, int rows, ulong[] missing, int missingCount);

    /// <summary>The fields of some rows that are no value of the column, by their rows of the slice.</summary>
    protected static IReadOnlyList<UnreadField> Slice(List<UnreadField> unread, int start, int rows) => unread.Count == 0
        ? []
        : [.. unread.Where(field => field.Row >= start && field.Row < start + rows).Select(field => field with { Row = field.Row - start })];

    /// <summary>The values' own array where it starts with them, otherwise a copy.</summary>
    protected static T[] Same<T>(ColumnValues values)
        where T : unmanaged
    {
        var memory = ((ColumnValues<T>)values).Values;
        return MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 ? segment.Array! : memory.ToArray();
    }
}
