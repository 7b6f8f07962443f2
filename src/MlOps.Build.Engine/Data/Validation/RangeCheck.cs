using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Finds values below or above limits.</summary>
internal sealed class RangeCheck(ColumnType type, double minimum, double maximum) : ColumnCheck
{
    private readonly long _firstTick = type == ColumnType.Timestamp ? FirstTick(minimum) : long.MinValue;
    private readonly long _lastTick = type == ColumnType.Timestamp ? FirstTick(Math.BitIncrement(maximum)) - 1 : long.MaxValue;

    public override void Add(int block, ColumnBatch column)
    {
        var holds = column switch
        {
            ValueBatch<double> doubles => Holds(doubles.Values),
            ValueBatch<float> floats => Holds(floats.Values),
            ValueBatch<int> dates => Holds(dates.Values),
            ValueBatch<long> times when type == ColumnType.Timestamp => HoldsTicks(times.Values),
            ValueBatch<long> integers => Holds(integers.Values),
            _ => throw new ArgumentException($"Columns of type {column.Type} have no range.", nameof(column)),
        };
        if (!holds)
            AddEach(block, column);
    }

    // Ticks are whole, so limits in milliseconds become limits in ticks: the first that is not below.
    private static long FirstTick(double milliseconds)
    {
        var days = milliseconds / TimeSpan.MillisecondsPerDay;
        if (!(days > -800_000 && days < 4_000_000))
            return days > 0 ? long.MaxValue : long.MinValue + 1;
        var tick = DateTimeOffset.UnixEpoch.Ticks + (long)(milliseconds * TimeSpan.TicksPerMillisecond);
        while (ColumnTypes.Milliseconds(tick) >= milliseconds)
            tick--;
        while (ColumnTypes.Milliseconds(tick) < milliseconds)
            tick++;
        return tick;
    }

    // Missing values stand as NaN, which is neither below nor above; of other types they may seem to break the rule, and are looked at again.
    private bool Holds(ReadOnlySpan<double> values)
    {
        var outside = false;
        foreach (var value in values)
            outside |= value < minimum | value > maximum;
        return !outside;
    }

    private bool Holds(ReadOnlySpan<float> values)
    {
        var outside = false;
        foreach (var value in values)
            outside |= value < minimum | value > maximum;
        return !outside;
    }

    private bool Holds(ReadOnlySpan<int> values)
    {
        var outside = false;
        foreach (var value in values)
            outside |= value < minimum | value > maximum;
        return !outside;
    }

    private bool Holds(ReadOnlySpan<long> values)
    {
        var outside = false;
        foreach (var value in values)
            outside |= value < minimum | value > maximum;
        return !outside;
    }

    private bool HoldsTicks(ReadOnlySpan<long> values)
    {
        var outside = false;
        foreach (var value in values)
            outside |= value < _firstTick | value > _lastTick;
        return !outside;
    }

    private void AddEach(int block, ColumnBatch column)
    {
        for (var row = 0; row < column.Rows; row++)
        {
            if (IsOutside(column, row) && !column.IsMissing(row))
                Failing.Add(block, row, column);
        }
    }

    private bool IsOutside(ColumnBatch column, int row) => column switch
    {
        ValueBatch<double> doubles => doubles.Values[row] < minimum || doubles.Values[row] > maximum,
        ValueBatch<float> floats => floats.Values[row] < minimum || floats.Values[row] > maximum,
        ValueBatch<int> dates => dates.Values[row] < minimum || dates.Values[row] > maximum,
        ValueBatch<long> times when type == ColumnType.Timestamp => times.Values[row] < _firstTick || times.Values[row] > _lastTick,
        ValueBatch<long> integers => integers.Values[row] < minimum || integers.Values[row] > maximum,
        _ => false,
    };
}
