using System.Numerics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>
/// Numbers with a point. NaN is missing where the contract's markers have it, as in text; otherwise NaN, and always infinity, is no value of the column.
/// </summary>
internal sealed class GroupNumbers<T>(FileColumnPlan plan, ValueBatch<T> batch, Func<ColumnValues, T[]> convert, bool nanIsMissing) : GroupColumn(plan, batch)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<UnreadField> _unread = [];
    private T[] _values = [];

    protected override void Take(ColumnValues values, ulong[] missing)
    {
        _values = convert(values);
        _unread.Clear();
        for (var row = 0; row < values.RowCount; row++)
        {
            if (T.IsFinite(_values[row]) || (missing[row >> 6] >> (row & 63) & 1) != 0)
                continue;
            missing[row >> 6] |= 1UL << (row & 63);
            if (!T.IsNaN(_values[row]) || !nanIsMissing)
                _unread.Add(new UnreadField(row, T.IsNaN(_values[row]) ? "NaN" : T.IsNegative(_values[row]) ? "-Infinity" : "Infinity", NotFinite: true));
        }

        // Missing stands as NaN in tables.
        for (var word = 0; word < missing.Length; word++)
        {
            for (var bits = missing[word]; bits != 0; bits &= bits - 1)
                _values[(word * 64) + BitOperations.TrailingZeroCount(bits)] = T.NaN;
        }
    }

    protected override void Show(int start, int rows, ulong[] missing, int missingCount)
    {
        batch.Show(_values, start, rows, missing, missingCount, Slice(_unread, start, rows));
    }
}
