namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>A column of numbers read as doubles, and written again with values changed.</summary>
internal sealed class NumberColumn(Column column)
{
    public int Length => column.Length;

    public static NumberColumn? Of(Column? column) => column is Int64Column or Float32Column or Float64Column ? new NumberColumn(column) : null;

    /// <summary>NaN where missing.</summary>
    public double this[int row] => column.IsMissing(row) ? double.NaN : column switch
    {
        Int64Column values => values.Values[row],
        Float32Column values => values.Values[row],
        Float64Column values => values.Values[row],
        _ => double.NaN,
    };

    /// <summary>The present values, in row order.</summary>
    public double[] Present()
    {
        var present = new double[column.Length - column.Missing.Count];
        var count = 0;
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsMissing(row))
                present[count++] = this[row];
        }

        return present;
    }

    /// <summary>The column with the given rows missing.</summary>
    public Column Without(bool[] rows)
    {
        var missing = new MissingMask(column.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] || column.IsMissing(row))
                missing.Set(row);
        }

        return column switch
        {
            Int64Column values => new Int64Column(column.Name, values.Values, missing),
            Float32Column values => new Float32Column(column.Name, Blank(values.Values, rows, float.NaN), missing),
            _ => new Float64Column(column.Name, Blank(((Float64Column)column).Values, rows, double.NaN), missing),
        };
    }

    /// <summary>The column with values beyond the fences on them; whole numbers stay inside.</summary>
    public Column Clipped(double low, double high) => column switch
    {
        Int64Column values => new Int64Column(column.Name, Array.ConvertAll(values.Values, value => Whole(value, low, high)), column.Missing),
        Float32Column values =>
            new Float32Column(column.Name, Array.ConvertAll(values.Values, value => value < low ? Inside(low, up: true) : value > high ? Inside(high, up: false) : value), column.Missing),
        _ => new Float64Column(column.Name, Array.ConvertAll(((Float64Column)column).Values, value => value < low ? low : value > high ? high : value), column.Missing),
    };

    private static T[] Blank<T>(T[] values, bool[] rows, T blank)
    {
        var copy = (T[])values.Clone();
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row])
                copy[row] = blank;
        }

        return copy;
    }

    private static long Whole(long value, double low, double high) =>
        value < low ? (long)Math.Ceiling(low) : value > high ? (long)Math.Floor(high) : value;

    // The nearest float32 may lie beyond the fence.
    private static float Inside(double fence, bool up)
    {
        var value = (float)fence;
        return up ? value < fence ? MathF.BitIncrement(value) : value : value > fence ? MathF.BitDecrement(value) : value;
    }
}
