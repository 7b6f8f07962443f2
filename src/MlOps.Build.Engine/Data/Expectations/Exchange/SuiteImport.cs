using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Exchange;

/// <summary>Proposes a contract that says what a suite says: by its short forms where they mean the same, as expectations where they do not.</summary>
internal static class SuiteImport
{
    /// <param name="suite">What is expected.</param>
    /// <param name="data">The contract inferred from data, whose types hold; null: types are guessed from the suite.</param>
    public static DataSchema Of(ExpectationSuite suite, DataSchema? data)
    {
        var filled = suite.Expectations.Select(expectation => SuiteParameters.Fill(expectation, suite, new SuiteOptions()).Expectation).ToList();
        var named = filled.SelectMany(Columns).Distinct(StringComparer.Ordinal);
        var columns = (data?.Columns.Select(column => column.Name) ?? []).Union(named, StringComparer.Ordinal)
            .Select(name => Plain(name, TypeOf(name, filled, data), data?.Find(name) is not null || data is null))
            .ToDictionary(column => column.Name, StringComparer.Ordinal);
        var schema = new DataSchema { Format = data?.Format ?? new CsvFormat(), Columns = [] };
        foreach (var expectation in filled)
            schema = Add(schema, columns, expectation);
        return schema with { Columns = [.. columns.Values] };
    }

    private static DataSchema Add(DataSchema schema, Dictionary<string, ColumnSchema> columns, Expectation expectation)
    {
        if (ExpectationWords.Column(expectation) is { } name && columns.TryGetValue(name, out var column))
        {
            columns[name] = ShortForms.Apply(column, expectation) ?? column with { Expectations = [.. column.Expectations, expectation] };
            return schema;
        }

        return ShortForms.Apply(schema, expectation) ?? schema with { Expectations = [.. schema.Expectations, expectation] };
    }

    private static ColumnSchema Plain(string name, ColumnType type, bool required) => new() { Name = name, Type = type, Required = required };

    private static IEnumerable<string> Columns(Expectation expectation) => new[] { "column", "column_A", "column_B", "column_list", "column_set" }
        .SelectMany(key => expectation.Kwargs.TryGetProperty(key, out var value) ? Names(value) : []);

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private static ColumnType TypeOf(string name, IEnumerable<Expectation> expectations, DataSchema? data) => data?.Find(name)?.Type
        ?? expectations.Where(expectation => ExpectationWords.Column(expectation) == name).Select(Guess).FirstOrDefault(type => type is not null)
        ?? ColumnType.String;

    // Limits that are numbers are held to numbers.
    private static ColumnType? Guess(Expectation expectation)
    {
        if (expectation.Type == "expect_column_values_to_be_of_type" && expectation.Kwargs.TryGetProperty("type_", out var type))
            return Kinds.TypeKinds.Of(type.ToString());
        return expectation.Type.EndsWith("_between", StringComparison.Ordinal)
            && !expectation.Type.Contains("length", StringComparison.Ordinal) && !expectation.Type.Contains("unique", StringComparison.Ordinal)
            && new[] { "min_value", "max_value" }.Any(key => expectation.Kwargs.TryGetProperty(key, out var limit) && limit.ValueKind == JsonValueKind.Number)
            ? ColumnType.Float64
            : null;
    }
}
