using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on how often each value of a column occurs.</summary>
internal static class TallyKinds
{
    // A result that a person reads; the verdict looks at all values.
    private const int Listed = 1000;
    private static readonly string[] LimitKwargs = ["min_value", "max_value", "strict_min", "strict_max"];

    public static IEnumerable<ExpectationKind> All =>
    [
        Counted("expect_column_unique_value_count_to_be_between", LimitKwargs, request => AggregateKinds.NumberLimits(request) is var limits
            ? (part, _) => Outcome.Of(limits.Allows(part.Sorted.Length), part.Sorted.Length)
            : null!),
        Counted("expect_column_proportion_of_unique_values_to_be_between", LimitKwargs, request => AggregateKinds.NumberLimits(request) is var limits
            ? (part, _) => Proportion(part, limits)
            : null!),
        Counted("expect_column_most_common_value_to_be_in_set", ["value_set", "ties_okay"], MostCommon),
        Counted("expect_column_distinct_values_to_be_in_set", ["value_set"], request => Distinct(request, (seen, set) => set.Count == 0 || seen.IsSubsetOf(set))),
        Counted("expect_column_distinct_values_to_contain_set", ["value_set"], request => Distinct(request, (seen, set) => seen.IsSupersetOf(set))),
        Counted("expect_column_distinct_values_to_equal_set", ["value_set"], request => Distinct(request, (seen, set) => seen.SetEquals(set))),
    ];

    /// <summary>An expectation that counts of values decide.</summary>
    public static ExpectationKind Counted(string name, string[] kwargs, Func<CheckRequest, Func<TallyPart, ColumnType, Outcome>> create) =>
        new(name, ExpectationDomain.ColumnAggregate, kwargs, request =>
        {
            var column = request.Column();
            var metric = new TallyMetric(column, request.Condition(), request.MostDistinct);
            var judge = create(request);
            var type = request.Columns[column].Type;
            return new MetricCheck([metric], values => values.Of<TallyPart>(metric) is { Overflow: false } part
                ? judge(part, type)
                : Outcome.Failed(UniqueKinds.TooMany(metric.MostDistinct)));
        });

    private static Outcome Proportion(TallyPart part, Limits limits)
    {
        var share = part.Count == 0 ? double.NaN : (double)part.Sorted.Length / part.Count;
        return double.IsNaN(share) ? Outcome.Of(success: false, observed: null) : Outcome.Of(limits.Allows(share), JsonValues.Number(share));
    }

    private static Func<TallyPart, ColumnType, Outcome> MostCommon(CheckRequest request)
    {
        var (set, tiesOkay) = (Members(request), request.Flag("ties_okay"));
        return (part, type) =>
        {
            var most = part.Sorted.Select(entry => entry.Count).DefaultIfEmpty().Max();
            var modes = part.Sorted.Where(entry => entry.Count == most).ToList();
            var allowed = modes.Count(entry => set.Contains(Name(entry)));
            var success = tiesOkay ? allowed > 0 : modes.Count == 1 && allowed == 1;
            return Outcome.Of(success, new JsonArray([.. modes.Take(Listed).Select(entry => Value(type, entry))]));
        };
    }

    private static Func<TallyPart, ColumnType, Outcome> Distinct(CheckRequest request, Func<HashSet<string>, HashSet<string>, bool> judge)
    {
        var set = Members(request);
        return (part, type) =>
        {
            var seen = part.Sorted.Select(Name).ToHashSet(StringComparer.Ordinal);
            var counts = part.Sorted.Take(Listed)
                .Select(entry => (JsonNode)new JsonObject { ["value"] = Value(type, entry), ["count"] = entry.Count });
            return Outcome.Of(
                judge(seen, set),
                new JsonArray([.. part.Sorted.Take(Listed).Select(entry => Value(type, entry))]),
                new JsonObject { ["value_counts"] = new JsonArray([.. counts]) });
        };
    }

    // A member that no value of the column equals has a name of its own, so that sets are not equal because of it.
    private static HashSet<string> Members(CheckRequest request)
    {
        var type = request.Columns[request.Column()].Type;
        var members = request.Scalars("value_set") ?? [];
        return members.Select(member => type == ColumnType.String
            ? (member.Kind == ScalarKind.Text ? "t" : "x") + member.Text
            : ScalarKeys.Equal(type, member) is { } key ? $"k{key}" : $"x{member.Kind}{member.Text}").ToHashSet(StringComparer.Ordinal);
    }

    private static string Name(TallyEntry entry) => entry.Text is { } text ? "t" + text : $"k{entry.Key}";

    private static JsonNode? Value(ColumnType type, TallyEntry entry) =>
        entry.Text is { } text ? JsonValue.Create(text) : JsonValues.Of(type, entry.Key);
}
