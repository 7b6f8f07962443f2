namespace MlOps.Build.Contracts;

/// <summary>Turns counts since 1970-01-01 into ticks of <see cref="DateTimeOffset"/>, 100 ns since 0001-01-01.</summary>
public static class TimestampTicks
{
    private const long EpochTicks = 621_355_968_000_000_000;
    private const long MaxTicks = 3_155_378_975_999_999_999;

    /// <summary>Converts one value; nanoseconds are rounded down to 100 ns.</summary>
    /// <returns>False when the point lies outside the years 1 to 9999.</returns>
    public static bool TryConvert(long value, TimestampUnit unit, out long ticks)
    {
        ticks = 0;
        var perUnit = unit switch { TimestampUnit.Milliseconds => 10_000L, TimestampUnit.Microseconds => 10L, _ => 1L };
        if (unit == TimestampUnit.Nanoseconds)
            value = value >= 0 ? value / 100 : (value - 99) / 100;
        if (value > (MaxTicks - EpochTicks) / perUnit || value < -EpochTicks / perUnit)
            return false;
        ticks = EpochTicks + value * perUnit;
        return true;
    }
}
