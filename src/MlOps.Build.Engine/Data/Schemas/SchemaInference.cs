namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Proposes a contract from data. The data keep it: it is a description, for a person to tighten or widen.</summary>
internal static class SchemaInference
{
    // Enough for a category, few enough to read; and each value seen ten times on average, so that tomorrow's rows bring no new one.
    private const int MostValues = 20;
    private const int RowsPerValue = 10;

    /// <summary>One column a table column, in order: type, share of missing values, small sets of texts, "not negative".</summary>
    public static DataSchema Infer(Table table) =>
        new() { Columns = [.. table.Columns.Select(Infer)], Inferred = true };

    private static ColumnSchema Infer(Column column) => new()
    {
        Name = column.Name,
        Type = column.Type,
        MaximumMissing = MissingShare(column.Missing.Count, column.Length),
        Minimum = IsNeverNegative(column) ? 0 : null,
        Values = column is StringColumn texts ? SmallSet(texts) : [],
    };

    /// <summary>The share rounded up to the next percent.</summary>
    internal static double MissingShare(int missing, int rows)
    {
        if (missing == 0)
            return 0;
        var share = (double)missing / rows;
        var percent = Math.Ceiling(share * 100);
        return percent / 100 < share ? (percent + 1) / 100 : percent / 100;
    }

    private static bool IsNeverNegative(Column column) => column.Missing.Count < column.Length && column switch
    {
        Int64Column integers => Array.TrueForAll(integers.Values, value => value >= 0),
        Float32Column floats => Array.TrueForAll(floats.Values, value => !(value < 0)),
        Float64Column floats => Array.TrueForAll(floats.Values, value => !(value < 0)),
        _ => false,
    };

    private static IReadOnlyList<string> SmallSet(StringColumn column)
    {
        var present = column.Length - column.Missing.Count;
        var used = column.Values.Where(code => code >= 0).Distinct().Take(MostValues + 1).ToList();
        if (used.Count is 0 or > MostValues || used.Count * RowsPerValue > present)
            return [];
        return [.. used.Select(code => column.Dictionary[code]).Order(StringComparer.Ordinal)];
    }
}
