using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Features.Leakage;

/// <summary>A column's values on the training rows as numbers.</summary>
internal static class ColumnNumbers
{
    /// <summary>One number a training row, NaN where missing; null for text and booleans.</summary>
    public static double[]? Of(Column column, int[] train)
    {
        Func<int, double>? read = column switch
        {
            Int64Column values => row => values.Values[row],
            Float32Column values => row => values.Values[row],
            Float64Column values => row => values.Values[row],
            DateColumn values => row => values.Values[row],
            TimestampColumn values => row => values.Values[row].ToUnixTimeMilliseconds(),
            _ => null,
        };
        return read is null ? null : [.. train.Select(row => column.IsMissing(row) ? double.NaN : read(row))];
    }
}
