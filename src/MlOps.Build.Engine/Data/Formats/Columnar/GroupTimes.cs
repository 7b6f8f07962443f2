using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>Timestamps, made ticks; those outside the years 1 to 9999 are no value of the column.</summary>
internal sealed class GroupTimes(FileColumnPlan plan, TimestampBatch batch) : GroupColumn(plan, batch)
{
    private readonly List<UnreadField> _unread = [];
    private long[] _ticks = [];

    protected override void Take(ColumnValues values, ulong[] missing)
    {
        var counts = ((ColumnValues<long>)values).Values.Span;
        _ticks = new long[counts.Length];
        _unread.Clear();
        for (var row = 0; row < _ticks.Length; row++)
        {
            if (TimestampTicks.TryConvert(counts[row], Plan.Column.TimestampUnit, out _ticks[row]) || (missing[row >> 6] >> (row & 63) & 1) != 0)
                continue;
            missing[row >> 6] |= 1UL << (row & 63);
            _unread.Add(new UnreadField(row, BatchText.Int64(counts[row]), NotFinite: false));
        }
    }

    protected override void Show(int start, int rows, ulong[] missing, int missingCount)
    {
        batch.Clear(rows);
        batch.Show(_ticks, start, rows, missing, missingCount, Slice(_unread, start, rows));
    }
}
