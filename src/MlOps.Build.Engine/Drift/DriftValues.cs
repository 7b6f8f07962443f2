using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Drift;

/// <summary>A column's values as numbers, where it has an order: dates as days, timestamps as milliseconds, both since 1970.</summary>
internal static class DriftValues
{
    // More are thinned out evenly: a decile of so many rows is known to a fifth of a per cent.
    private const int MostSorted = 65_536;

    /// <summary>The value of a row; null for columns of text and booleans.</summary>
    public static Func<int, double>? Reader(Column column) => column switch
    {
        Int64Column integers => row => integers.Values[row],
        Float32Column floats => row => floats.Values[row],
        Float64Column floats => row => floats.Values[row],
        DateColumn dates => row => dates.Values[row],
        TimestampColumn times => row => times.Values[row].ToUnixTimeMilliseconds(),
        _ => null,
    };

    /// <summary>The values in ascending order, without missing ones; null for columns of text and booleans.</summary>
    public static double[]? Sorted(Column column)
    {
        if (Reader(column) is not { } number)
            return null;
        var step = Math.Max(1, (column.Length + MostSorted - 1) / MostSorted);
        var values = new List<double>(column.Length / step);
        for (var row = 0; row < column.Length; row += step)
        {
            if (!column.IsMissing(row) && !double.IsNaN(number(row)))
                values.Add(number(row));
        }

        values.Sort();
        return [.. values];
    }
}
