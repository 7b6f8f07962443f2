using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on how often each value of a column occurs.</summary>
internal static class TallyKinds
{
    private static readonly string[] LimitKwargs = ["min_value", "max_value", "strict_min", "strict_max"];

    public static IEnumerable<ExpectationKind> All =>
    [
        Counted("expect_column_unique_value_count_to_be_between", LimitKwargs, request => new DistinctCount(AggregateKinds.NumberLimits(request), asShare: false)),
        Counted("expect_column_proportion_of_unique_values_to_be_between", LimitKwargs, request => new DistinctCount(AggregateKinds.NumberLimits(request), asShare: true)),
        Counted("expect_column_most_common_value_to_be_in_set", ["value_set", "ties_okay"], MostCommon),
        Counted("expect_column_distinct_values_to_be_in_set", ["value_set"], request => Distinct(request, (seen, members, all) => all == 0 || members == seen)),
        Counted("expect_column_distinct_values_to_contain_set", ["value_set"], request => Distinct(request, (_, members, all) => members == all)),
        Counted("expect_column_distinct_values_to_equal_set", ["value_set"], request => Distinct(request, (seen, members, all) => members == all && members == seen)),
    ];

    /// <summary>What has to be counted of the column that is named.</summary>
    public static TallyMetric Tally(CheckRequest request) => new(request.Column(), request.Condition(), request.MostDistinct);

    private static ExpectationKind Counted(string name, string[] kwargs, Func<CheckRequest, ColumnFold> fold) =>
        new(name, ExpectationDomain.ColumnAggregate, kwargs, request => new CountedCheck(Tally(request), fold(request)));

    private static CommonValues MostCommon(CheckRequest request) =>
        new(MemberSet.Of(request), request.Flag("ties_okay"), request.Columns[request.Column()].Type);

    private static DistinctSet Distinct(CheckRequest request, Func<long, long, int, bool> judge) =>
        new(MemberSet.Of(request), request.Columns[request.Column()].Type, judge);
}
