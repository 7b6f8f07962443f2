using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations that nothing occurs twice.</summary>
internal static class UniqueKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_values_to_be_unique", ExpectationDomain.ColumnMap, [], Column),
        new("expect_compound_columns_to_be_unique", ExpectationDomain.MulticolumnMap, [], Columns),
    ];

    /// <summary>What to say when there are more different values than memory is set apart for.</summary>
    public static string TooMany(int limit, string what = "different values") =>
        $"there are more than {Shown.Count(limit)} {what}, which is as many as are kept in memory. Raise --distinct-limit, or choose the rows by 'row_condition'.";

    private static UniqueCheck Column(CheckRequest request) => new(
        TallyKinds.Tally(request), request.Columns[request.Column()], request.Kept, request.Mostly);

    private static CompoundCheck Columns(CheckRequest request)
    {
        int[] columns = [.. request.ColumnList()];
        var metric = new RowTallyMetric(columns, request.Condition(), PairKinds.Ignore(request, IgnoreRule.AllMissing), request.MostDistinct);
        return new CompoundCheck(metric, request.Named(columns), request.Kept, request.Mostly);
    }
}
