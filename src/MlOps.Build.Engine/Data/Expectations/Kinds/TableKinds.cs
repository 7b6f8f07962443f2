using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on the table as a whole.</summary>
internal static class TableKinds
{
    public static IEnumerable<ExpectationKind> All =>
    [
        Table("expect_column_to_exist", ["column", "column_index"], Exists),
        Table("expect_table_column_count_to_be_between", ["min_value", "max_value"], request => Count(request, request.Limits())),
        Table("expect_table_column_count_to_equal", ["value"], request => Count(request, Exactly(request))),
        Table("expect_table_columns_to_match_ordered_list", ["column_list"], MatchList),
        Table("expect_table_columns_to_match_set", ["column_set", "exact_match"], MatchSet),
        Table("expect_table_row_count_to_be_between", ["min_value", "max_value", "strict_min", "strict_max"], request => Rows(request, request.Limits())),
        Table("expect_table_row_count_to_equal", ["value"], request => Rows(request, Exactly(request))),
        Table("expect_table_row_count_to_equal_other_table", ["other_table_name"], EqualOther),
    ];

    private static ExpectationKind Table(string name, string[] kwargs, Func<CheckRequest, Check?> create) =>
        new(name, ExpectationDomain.Table, kwargs, create);

    private static Limits Exactly(CheckRequest request)
    {
        if (request.Number("value") is null)
            request.Fail("'value' is missing; it is the number that is expected.");
        return new Limits(request.Scalar("value"), request.Scalar("value"));
    }

    private static MetricCheck Fixed(Outcome outcome) => new([], _ => outcome);

    private static MetricCheck Exists(CheckRequest request)
    {
        if (request.Text("column") is not { } name)
            request.Fail("'column' is missing; it names the column.");
        else if (request.Number("column_index") is { } index and not 0)
            return Fixed(new Outcome { Success = request.Columns.ElementAtOrDefault((int)(index < 0 ? request.Columns.Count + index : index))?.Name == name });
        else
            return Fixed(new Outcome { Success = request.Columns.Any(column => column.Name == name) });
        return Fixed(new Outcome { Success = false });
    }

    private static MetricCheck Count(CheckRequest request, Limits limits)
    {
        AggregateKinds.NumberLimits(request);
        return Fixed(Outcome.Of(limits.Allows(request.Columns.Count), request.Columns.Count));
    }

    private static MetricCheck Rows(CheckRequest request, Limits limits)
    {
        AggregateKinds.NumberLimits(request);
        var metric = new RowCountMetric(request.Condition());
        return new([metric], values => RowCountMetric.Of(values, metric) is var rows ? Outcome.Of(limits.Allows(rows), rows) : null!);
    }

    private static MetricCheck EqualOther(CheckRequest request)
    {
        var name = request.Text("other_table_name") ?? "";
        if (!request.OtherTables.TryGetValue(name, out var other))
            request.Fail($"the table {Shown.Text(name)} is not at hand. Name its file: --other-table {name}=FILE; in a contract the name is a path from its folder.");
        var metric = new RowCountMetric(request.Condition());
        return new([metric], values => RowCountMetric.Of(values, metric) is var rows
            ? Outcome.Of(rows == other, new JsonObject { ["self"] = rows, ["other"] = other })
            : null!);
    }

    private static MetricCheck MatchList(CheckRequest request)
    {
        var (actual, expected) = (request.Columns.Select(column => column.Name).ToList(), request.Texts("column_list"));
        var observed = JsonValues.List(actual);
        if (expected is null || expected.SequenceEqual(actual))
            return Fixed(Outcome.Of(success: true, observed));
        var differences = Enumerable.Range(0, Math.Max(actual.Count, expected.Count))
            .Where(index => actual.ElementAtOrDefault(index) != expected.ElementAtOrDefault(index))
            .Select(index => (JsonNode)new JsonObject
            {
                ["Expected Column Position"] = index,
                ["Expected"] = expected.ElementAtOrDefault(index),
                ["Found"] = actual.ElementAtOrDefault(index),
            });
        return Fixed(Outcome.Of(success: false, observed, new JsonObject { ["mismatched"] = new JsonArray([.. differences]) }));
    }

    private static MetricCheck MatchSet(CheckRequest request)
    {
        var actual = request.Columns.Select(column => column.Name).ToList();
        var expected = request.Texts("column_set") ?? [];
        var unexpected = actual.Except(expected).Order(StringComparer.Ordinal).ToList();
        var missing = expected.Except(actual).Order(StringComparer.Ordinal).ToList();
        if (unexpected.Count + missing.Count == 0)
            return Fixed(Outcome.Of(success: true, JsonValues.List(actual)));
        var mismatched = new JsonObject();
        if (unexpected.Count > 0)
            mismatched["unexpected"] = JsonValues.List(unexpected);
        if (missing.Count > 0)
            mismatched["missing"] = JsonValues.List(missing);
        return Fixed(Outcome.Of(
            !request.Flag("exact_match", standard: true) && missing.Count == 0,
            JsonValues.List(actual.Order(StringComparer.Ordinal)),
            new JsonObject { ["mismatched"] = mismatched }));
    }
}
