using System.Buffers.Binary;
using System.Globalization;

namespace MlOps.Build.Parquet.Columns;

/// <summary>The conversions between stored and read values.</summary>
internal static class Conversions
{
    private const int FirstDay = -719_162;
    private const int LastDay = 2_932_896;
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const long MostInt96Days = 106_650_000;
    private const long JulianEpochDay = 2_440_588;

    public static void Same<T>(ReadOnlySpan<T> source, Span<T> target) => source.CopyTo(target);

    public static void Widen(ReadOnlySpan<int> source, Span<long> target)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i];
    }

    public static void WidenUnsigned(ReadOnlySpan<int> source, Span<long> target)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = (uint)source[i];
    }

    public static void Unsigned(ReadOnlySpan<long> source, Span<long> target)
    {
        source.CopyTo(target);
        foreach (var value in source)
        {
            if (value < 0)
            {
                Faults.Value(
                    "a value of this uint64 column is above 9223372036854775807; cast the column to int64, float64 or text",
                    ((ulong)value).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    public static void Days(ReadOnlySpan<int> source, Span<int> target)
    {
        source.CopyTo(target);
        foreach (var value in source)
        {
            if (value is < FirstDay or > LastDay)
            {
                Faults.Value(
                    "a date lies outside the years 1 to 9999; make it missing or put a date that can be",
                    $"{value.ToString(CultureInfo.InvariantCulture)} days since 1970-01-01");
            }
        }
    }

    public static SpanConversion<int, double> Decimal32(int scale) => (source, target) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = DecimalNumber.ToDouble(source[i], scale);
    };

    public static SpanConversion<long, double> Decimal64(int scale) => (source, target) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = DecimalNumber.ToDouble(source[i], scale);
    };

    public static BytesConversion<double> DecimalBytes(int scale) => (source, width, target) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = DecimalNumber.ToDouble(DecimalNumber.ReadBigEndian(source.Slice(i * width, width)), scale);
    };

    public static void Halves(ReadOnlySpan<byte> source, int width, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(source[(i * width)..]);
    }

    public static void Guids(ReadOnlySpan<byte> source, int width, Span<Guid> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = new Guid(source.Slice(i * width, width), bigEndian: true);
    }

    /// <summary>
    /// INT96: nanoseconds of the day, then the Julian day; read as microseconds since 1970-01-01, rounded down, for nanoseconds would end
    /// in 2262. The day may hold more nanoseconds than a day has.
    /// </summary>
    public static void Int96(ReadOnlySpan<byte> source, int width, Span<long> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var value = source.Slice(i * width, width);
            var nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(value);
            var day = BinaryPrimitives.ReadInt32LittleEndian(value[8..]) - JulianEpochDay;
            if (day is < -MostInt96Days or > MostInt96Days)
            {
                Faults.Value(
                    "an INT96 timestamp lies more than 292,000 years from 1970; make it missing or put one that can be",
                    $"{day.ToString(CultureInfo.InvariantCulture)} days since 1970-01-01");
            }

            target[i] = day * MicrosecondsPerDay + (nanoseconds / 1000 - (nanoseconds % 1000 < 0 ? 1 : 0));
        }
    }
}
