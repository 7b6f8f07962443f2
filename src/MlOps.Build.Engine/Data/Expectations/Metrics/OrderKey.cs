using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>
/// Values that are not text as 64-bit keys: equal values have equal keys and keys have the values' order, so that limits, sets, counts and
/// quantiles are matters of whole numbers for every type.
/// </summary>
internal static class OrderKey
{
    /// <summary>Of a number; -0 is 0.</summary>
    public static long Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    /// <summary>The inverse of <see cref="Of"/>.</summary>
    public static double Float(long key) => BitConverter.Int64BitsToDouble(key ^ ((key >> 63) & long.MaxValue));

    public static bool IsFloat(ColumnType type) => type is ColumnType.Float32 or ColumnType.Float64;

    /// <summary>The value as a number: dates in days, timestamps in ticks, false 0 and true 1.</summary>
    public static double Number(ColumnType type, long key) => IsFloat(type) ? Float(key) : key;

    /// <summary>As it would be written to CSV.</summary>
    public static string Text(ColumnType type, long key) => type switch
    {
        ColumnType.Boolean => key == 0 ? "false" : "true",
        ColumnType.Float32 => BatchText.Float32((float)Float(key)),
        ColumnType.Float64 => BatchText.Float64(Float(key)),
        ColumnType.Date => BatchText.Date((int)key),
        ColumnType.Timestamp => BatchText.Timestamp(key),
        _ => key.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A column's keys; keys of missing rows mean nothing.</summary>
    public static void Fill(ColumnBatch column, Span<long> keys)
    {
        switch (column)
        {
            case ValueBatch<long> values:
                values.Values.CopyTo(keys);
                break;
            case ValueBatch<double> values:
                Fill(values.Values, keys);
                break;
            case ValueBatch<float> values:
                Fill(values.Values, keys);
                break;
            case ValueBatch<int> values:
                Fill(values.Values, keys);
                break;
            case ValueBatch<bool> values:
                Fill(values.Values, keys);
                break;
            default:
                throw new ArgumentException($"Columns of type {column.Type} have no keys.", nameof(column));
        }
    }

    private static void Fill(ReadOnlySpan<double> values, Span<long> keys)
    {
        for (var i = 0; i < values.Length; i++)
            keys[i] = Of(values[i]);
    }

    private static void Fill(ReadOnlySpan<float> values, Span<long> keys)
    {
        for (var i = 0; i < values.Length; i++)
            keys[i] = Of(values[i]);
    }

    private static void Fill(ReadOnlySpan<int> values, Span<long> keys)
    {
        for (var i = 0; i < values.Length; i++)
            keys[i] = values[i];
    }

    private static void Fill(ReadOnlySpan<bool> values, Span<long> keys)
    {
        for (var i = 0; i < values.Length; i++)
            keys[i] = values[i] ? 1 : 0;
    }
}
