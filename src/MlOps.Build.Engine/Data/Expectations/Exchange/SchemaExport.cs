using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Exchange;

/// <summary>Says a contract in the words of Great Expectations.</summary>
internal static class SchemaExport
{
    /// <summary>A suite that says what the contract says: its short forms, its expectations, and the suites that it names.</summary>
    public static ExpectationSuite Of(DataSchema schema, string name) => new()
    {
        Name = name,
        Expectations =
        [
            .. Table(schema),
            .. schema.Columns.SelectMany(column => Column(column).Concat(column.Expectations.Select(Said))),
            .. schema.Expectations.Select(Said),
            .. schema.LoadedSuites.SelectMany(suite => suite.Expectations),
        ],
        Parameters = schema.LoadedSuites.SelectMany(suite => suite.Parameters).DistinctBy(pair => pair.Key).ToDictionary(),
    };

    private static IEnumerable<Expectation> Table(DataSchema schema)
    {
        var table = schema.Table;
        if (table.MinimumRows is not null || table.MaximumRows is not null)
            yield return Make("expect_table_row_count_to_be_between", new() { ["min_value"] = table.MinimumRows, ["max_value"] = table.MaximumRows });
        if (table.Key.Count > 0)
        {
            var columns = new JsonArray([.. table.Key.Select(name => (JsonNode)name)]);
            yield return Make("expect_compound_columns_to_be_unique", new() { ["column_list"] = columns, ["ignore_row_if"] = "never" });
        }
    }

    private static IEnumerable<Expectation> Column(ColumnSchema column)
    {
        var made = Rules(column).Select(rule => Make(rule.Type, WithColumn(column, rule)));
        return column.Severity == DiagnosticSeverity.Warning ? made.Select(Warning) : made;
    }

    private static IEnumerable<Rule> Rules(ColumnSchema column)
    {
        if (column.Required)
            yield return new("expect_column_to_exist", [], HasMostly: false);
        yield return new("expect_column_values_to_be_of_type", new() { ["type_"] = TypeName(column.Type) }, HasMostly: false);
        if (column.MaximumMissing is { } missing)
            yield return new("expect_column_values_to_not_be_null", missing > 0 ? new() { ["mostly"] = Shares.Opposite(missing) } : [], HasMostly: false);
        if (column.Unique)
            yield return new("expect_column_values_to_be_unique", []);
        if (column.Minimum is not null || column.Maximum is not null)
            yield return new("expect_column_values_to_be_between", new() { ["min_value"] = Bound(column, column.Minimum), ["max_value"] = Bound(column, column.Maximum) });
        if (column.Values.Count > 0)
            yield return new("expect_column_values_to_be_in_set", new() { ["value_set"] = new JsonArray([.. column.Values.Select(value => Value(column.Type, value))]) });
        if (column.Pattern is { } pattern)
            yield return new("expect_column_values_to_match_regex", new() { ["regex"] = $@"\A(?:{pattern})\Z" });
        if (column.Fresh is { Of: { } instant } fresh && Freshness.Instant(instant) is { } ticks)
            yield return new("expect_column_max_to_be_between", new() { ["min_value"] = Earliest(column.Type, ticks - fresh.Within.Ticks) }, HasMostly: false);
        if (column.MinimumLength is not null || column.MaximumLength is not null)
            yield return new("expect_column_value_lengths_to_be_between", new() { ["min_value"] = column.MinimumLength, ["max_value"] = column.MaximumLength });
    }

    private static JsonObject WithColumn(ColumnSchema column, Rule rule)
    {
        var kwargs = new JsonObject { ["column"] = column.Name };
        foreach (var (key, value) in rule.Kwargs)
            kwargs[key] = value?.DeepClone();
        if (rule.HasMostly && column.Mostly < 1)
            kwargs["mostly"] = column.Mostly;
        return kwargs;
    }

    private static Expectation Make(string type, JsonObject kwargs)
    {
        foreach (var key in kwargs.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
            kwargs.Remove(key);
        return new Expectation { Type = type, Kwargs = JsonDocument.Parse(kwargs.ToJsonString()).RootElement };
    }

    private static Expectation Said(Expectation expectation) =>
        expectation.Severity == DiagnosticSeverity.Warning ? Warning(expectation) : expectation;

    private static Expectation Warning(Expectation expectation) => expectation with
    {
        Severity = DiagnosticSeverity.Warning,
        Others = new Dictionary<string, JsonElement> { ["severity"] = JsonDocument.Parse("\"warning\"").RootElement },
    };

    // A date is younger from the day on that begins at the instant or after it.
    private static JsonNode Earliest(ColumnType type, long ticks) => type == ColumnType.Date
        ? JsonValue.Create(BatchText.Date((int)Math.Ceiling((ticks - DateTimeOffset.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay)))
        : JsonValue.Create(BatchText.Timestamp(ticks));

    private static JsonNode? Bound(ColumnSchema column, double? bound) => bound is not { } number
        ? null
        : ColumnTypes.IsNumber(column.Type) ? JsonNode.Parse(Shown.Number(number)) : JsonValue.Create(ColumnTypes.BoundText(column.Type, number));

    private static JsonNode? Value(ColumnType type, string value) => type is ColumnType.Boolean || ColumnTypes.IsNumber(type)
        ? JsonNode.Parse(ColumnTypes.Canonical(type, value) ?? "null")
        : JsonValue.Create(value);

    // The names of pandas, which every suite knows.
    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Boolean => "bool",
        ColumnType.String => "str",
        ColumnType.Date => "date",
        ColumnType.Timestamp => "datetime64[ns]",
        _ => ColumnTypes.Name(type),
    };

    private sealed record Rule(string Type, JsonObject Kwargs, bool HasMostly = true);
}
