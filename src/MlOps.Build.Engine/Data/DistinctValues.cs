namespace MlOps.Build.Engine.Data;

/// <summary>The different values of a column, missing ones not counted.</summary>
internal static class DistinctValues
{
    /// <summary>How many there are; counting ends at the limit.</summary>
    public static int Count(Column column, int limit) => Texts(column, limit).Count;

    /// <summary>At most <paramref name="limit"/> values as text: numbers ascending, false before true, text by ordinal order.</summary>
    public static IReadOnlyList<string> InOrder(Column column, int limit)
    {
        var rows = Texts(column, limit);
        return column switch
        {
            Int64Column numbers => [.. rows.OrderBy(row => numbers.Values[row.Value]).Select(row => row.Key)],
            Float64Column numbers => [.. rows.OrderBy(row => numbers.Values[row.Value]).Select(row => row.Key)],
            Float32Column numbers => [.. rows.OrderBy(row => numbers.Values[row.Value]).Select(row => row.Key)],
            _ => [.. rows.Keys.Order(StringComparer.Ordinal)],
        };
    }

    // Each text with the first row that has it.
    private static Dictionary<string, int> Texts(Column column, int limit)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length && seen.Count < limit; row++)
        {
            if (column.Text(row) is { } text)
                seen.TryAdd(text, row);
        }

        return seen;
    }
}
