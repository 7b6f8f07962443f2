using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Arguments as keys of a column that is not text.</summary>
internal static class ScalarKeys
{
    /// <summary>The key of the equal value; null when no value of the type equals it.</summary>
    public static long? Equal(ColumnType type, Scalar scalar)
    {
        if (IsComparable(type, scalar) is false || Lowest(type, scalar) is not { } lowest)
            return null;
        return lowest == Highest(type, scalar) && lowest >= long.MinValue && lowest <= long.MaxValue ? (long)lowest : null;
    }

    /// <summary>Numbers go with numbers and booleans, texts with dates and timestamps when they are some.</summary>
    public static bool IsComparable(ColumnType type, Scalar scalar) => type switch
    {
        ColumnType.Date or ColumnType.Timestamp => scalar.Kind == ScalarKind.Text && Ticks(scalar.Text) is not null,
        ColumnType.String => scalar.Kind == ScalarKind.Text,
        _ => scalar.Kind is ScalarKind.Number or ScalarKind.Boolean,
    };

    /// <summary>The smallest key of a value that is not below it.</summary>
    public static Int128? Lowest(ColumnType type, Scalar scalar) => type switch
    {
        ColumnType.Timestamp => Ticks(scalar.Text),
        ColumnType.Date => Ticks(scalar.Text) is { } ticks ? Days(ticks, TimeSpan.TicksPerDay - 1) : null,
        ColumnType.Float32 or ColumnType.Float64 => OrderKey.Of(scalar.Number),
        _ => scalar.Whole ?? (Int128)Math.Ceiling(scalar.Number),
    };

    /// <summary>The largest key of a value that is not above it.</summary>
    public static Int128? Highest(ColumnType type, Scalar scalar) => type switch
    {
        ColumnType.Timestamp => Ticks(scalar.Text),
        ColumnType.Date => Ticks(scalar.Text) is { } ticks ? Days(ticks, 0) : null,
        ColumnType.Float32 or ColumnType.Float64 => OrderKey.Of(scalar.Number),
        _ => scalar.Whole ?? (Int128)Math.Floor(scalar.Number),
    };

    // Ticks begin in the year 1, so the division never rounds towards zero from below.
    private static long Days(long ticks, long add) =>
        ((ticks + add) / TimeSpan.TicksPerDay) - (DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerDay);

    private static long? Ticks(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (DateParser.Date(bytes, out var days) == ParseOutcome.Parsed)
            return DateTimeOffset.UnixEpoch.Ticks + (days * TimeSpan.TicksPerDay);
        return DateParser.Timestamp(bytes, out var time) == ParseOutcome.Parsed ? time.UtcTicks : null;
    }
}
