namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Values as 64-bit keys: two rows of a column have equal keys exactly when they hold equal values.</summary>
internal static class RowKeys
{
    /// <summary>One key a row; keys of missing rows mean nothing.</summary>
    public static long[] Of(Column column) => column switch
    {
        BooleanColumn booleans => Array.ConvertAll(booleans.Values, value => value ? 1L : 0L),
        Int64Column integers => integers.Values,
        Float32Column floats => Array.ConvertAll(floats.Values, value => BitConverter.DoubleToInt64Bits(value + 0.0)),
        Float64Column floats => Array.ConvertAll(floats.Values, value => BitConverter.DoubleToInt64Bits(value + 0.0)),
        DateColumn dates => Array.ConvertAll(dates.Values, value => (long)value),
        TimestampColumn times => Array.ConvertAll(times.Values, value => value.UtcTicks),
        StringColumn texts => Array.ConvertAll(texts.Values, value => (long)value),
        _ => throw new NotSupportedException($"{column.GetType().Name} has no keys."),
    };
}
