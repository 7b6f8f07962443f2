using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Columns;

/// <summary>How times of day and UUIDs are written as text.</summary>
internal static class TextFormats
{
    public static int Guid(Guid value, Span<byte> target) => value.TryFormat(target, out var written) ? written : 0;

    /// <summary>Writes <c>HH:mm:ss</c> and, unless it is 0, the fraction without trailing zeros.</summary>
    public static Func<long, Span<byte>, int> Time(TimestampUnit unit)
    {
        var (perSecond, digits) = unit switch
        {
            TimestampUnit.Milliseconds => (1_000L, 3),
            TimestampUnit.Microseconds => (1_000_000L, 6),
            _ => (1_000_000_000L, 9),
        };
        return (value, target) => Time(value, perSecond, digits, target);
    }

    private static int Time(long value, long perSecond, int digits, Span<byte> target)
    {
        if (value < 0 || value > 86_400 * perSecond)
            Faults.Value("a time of day lies outside 00:00:00 to 24:00:00; fix or drop it", value.ToString(CultureInfo.InvariantCulture));
        var (seconds, fraction) = Math.DivRem(value, perSecond);
        Two(seconds / 3600, target);
        target[2] = (byte)':';
        Two(seconds / 60 % 60, target[3..]);
        target[5] = (byte)':';
        Two(seconds % 60, target[6..]);
        if (fraction == 0)
            return 8;
        target[8] = (byte)'.';
        for (var i = digits; i > 0; i--, fraction /= 10)
            target[8 + i] = (byte)('0' + fraction % 10);
        return 9 + target.Slice(9, digits).TrimEnd((byte)'0').Length;
    }

    private static void Two(long value, Span<byte> target)
    {
        target[0] = (byte)('0' + value / 10);
        target[1] = (byte)('0' + value % 10);
    }
}
