using System.Text.Json;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on the values of two columns in each row.</summary>
internal static class PairKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        Pair("expect_column_pair_values_to_be_equal", [], Equal),
        Pair("expect_column_pair_values_a_to_be_greater_than_b", ["or_equal", "parse_strings_as_datetimes", "allow_cross_type_comparisons"], Greater),
        Pair("expect_column_pair_values_to_be_in_set", ["value_pairs_set"], InSet),
    ];

    /// <summary>Which rows <c>ignore_row_if</c> leaves out.</summary>
    public static IgnoreRule Ignore(CheckRequest request, IgnoreRule standard)
    {
        switch (request.Text("ignore_row_if"))
        {
            case null:
                return standard;
            case "both_values_are_missing" or "all_values_are_missing":
                return IgnoreRule.AllMissing;
            case "either_value_is_missing" or "any_value_is_missing":
                return IgnoreRule.AnyMissing;
            case "neither" or "never":
                return IgnoreRule.Never;
            case var other:
                request.Fail($"'ignore_row_if' is {Shown.Text(other)}; expected both_values_are_missing, either_value_is_missing or neither (of several columns: all_values_are_missing, any_value_is_missing or never).");
                return standard;
        }
    }

    private static ExpectationKind Pair(string name, string[] kwargs, Func<CheckRequest, int, int, RowTest?> create) =>
        new(name, ExpectationDomain.ColumnPairMap, kwargs, request =>
        {
            var (left, right) = (request.Column("column_A"), request.Column("column_B"));
            var test = request.Fault is null ? create(request, left, right) : null;
            var ignore = Ignore(request, IgnoreRule.AllMissing);
            return test is null
                ? null
                : new MapCheck(new RowMapMetric([left, right], request.Condition(), ignore, test, request.Kept), request.Named(left, right), request.Mostly, isPair: true);
        });

    private static DelegateRowTest Equal(CheckRequest request, int left, int right)
    {
        var order = PairOrder.Of(left, right, request.Columns);
        return new((view, row) => order is not null && BothThere(view, left, right, row) && order.Compare(view, row) == 0);
    }

    private static DelegateRowTest? Greater(CheckRequest request, int left, int right)
    {
        var orEqual = request.Flag("or_equal");
        if (PairOrder.Of(left, right, request.Columns) is { } order)
            return new((view, row) => BothThere(view, left, right, row) && order.Compare(view, row) >= (orEqual ? 0 : 1));
        request.Fail($"{Shown.Text(request.Columns[left].Name)} and {Shown.Text(request.Columns[right].Name)} hold values of types that cannot be compared.");
        return null;
    }

    private static bool BothThere(BatchView view, int left, int right, int row) => !view.Column(left).IsMissing(row) && !view.Column(right).IsMissing(row);

    private static RowTest? InSet(CheckRequest request, int left, int right)
    {
        if (request.Value("value_pairs_set") is not { } given)
            return new DelegateRowTest((_, _) => true);
        var pairs = given.ValueKind == JsonValueKind.Array ? given.EnumerateArray().Select(Pair).ToList() : [null];
        if (pairs.Contains(null))
        {
            request.Fail("'value_pairs_set' is no list of pairs of single values, such as [[1, \"a\"], [2, null]].");
            return null;
        }

        return new PairSetTest(left, right, request.Columns, [.. pairs.Select(pair => pair!.Value)]);
    }

    private static (Scalar Left, Scalar Right)? Pair(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2 && Scalar.Of(element[0]) is { } left && Scalar.Of(element[1]) is { } right
            ? (left, right)
            : null;
}
