using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Which rows hold the same values.</summary>
internal static class RowIdentity
{
    /// <summary>One number a row, equal exactly for rows that are equal in every column; a missing value equals a missing value.</summary>
    public static long[] Of(IReadOnlyList<Column> columns)
    {
        var ids = new long[columns[0].Length];
        foreach (var column in columns)
        {
            var keys = RowKeys.Of(column);
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
