using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Reads timestamps with their offsets: <c>yyyy-MM-dd HH:mm:ss</c>, with <c>T</c> and <c>Z</c> too, in short, others by the parser.
/// </summary>
internal sealed class TimestampReader(BatchColumn column, MissingMarkers markers)
    : ValueReader<long>(new TimestampBatch(column), markers, 0)
{
    private readonly int _epochDays = DateColumn.Epoch.DayNumber;

    protected override void FillValues(in BlockRows rows, int column)
    {
        var batch = (TimestampBatch)Batch;
        batch.Clear(rows.Count);
        ref var first = ref MemoryMarshal.GetReference(rows.Bytes);
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Ends), rows.First + column);
        var (values, numeric) = (Values, Markers.Numeric);
        for (var row = 0; row < rows.Count; row++, at = ref Unsafe.Add(ref at, rows.Stride))
        {
            var (start, end) = (at + 1, Unsafe.Add(ref at, 1));
            if (numeric || !TryShort(ref Unsafe.Add(ref first, start), end - start, out var ticks))
            {
                ReadRare(row, rows.Bytes[start..end]);
                continue;
            }

            values[row] = ticks;
            if (end - start == 19)
                batch.AssumeUtc(row);
        }
    }

    protected override ParseOutcome Parse(int row, ReadOnlySpan<byte> content, out long value)
    {
        var outcome = DateParser.Timestamp(content, out var time, out var hasOffset);
        value = time.UtcTicks;
        if (outcome != ParseOutcome.Parsed)
            return outcome;
        if (!hasOffset)
            ((TimestampBatch)Batch).AssumeUtc(row);
        else if (time.TotalOffsetMinutes != 0)
            ((TimestampBatch)Batch).SetOffset(row, time.TotalOffsetMinutes);
        return outcome;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryShort(ref byte text, int length, out long ticks)
    {
        ticks = 0;
        if (length is not (19 or 20) || !ShortDate.TryRead(ref text, out var days))
            return false;
        var (hour, minute, second) = (ShortDate.Pair(ref text, 11), ShortDate.Pair(ref text, 14), ShortDate.Pair(ref text, 17));
        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59 || Unsafe.Add(ref text, 10) is not ((byte)'T' or (byte)' ')
            || Unsafe.Add(ref text, 13) != ':' || Unsafe.Add(ref text, 16) != ':' || (length == 20 && Unsafe.Add(ref text, 19) != 'Z'))
        {
            return false;
        }

        ticks = ((days + _epochDays) * TimeSpan.TicksPerDay) + (((hour * 3600L) + (minute * 60) + second) * TimeSpan.TicksPerSecond);
        return true;
    }
}
