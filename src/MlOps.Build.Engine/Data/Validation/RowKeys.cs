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

    /// <summary>One number a row, equal exactly for rows that are equal in every column; a missing value equals a missing value.</summary>
    public static long[] OfRows(IReadOnlyList<Column> columns)
    {
        var ids = new long[columns[0].Length];
        foreach (var column in columns)
        {
            var keys = Of(column);
            var known = new Dictionary<(long Id, long Key, bool Missing), long>();
            for (var row = 0; row < ids.Length; row++)
            {
                var missing = column.IsMissing(row);
                var key = (ids[row], missing ? 0 : keys[row], missing);
                if (!known.TryGetValue(key, out var id))
                    known.Add(key, id = known.Count);
                ids[row] = id;
            }
        }

        return ids;
    }
}
