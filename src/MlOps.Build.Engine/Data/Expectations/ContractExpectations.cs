using System.Text.Json;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Judges the expectations that a contract holds, and the suites that it names.</summary>
internal static class ContractExpectations
{
    /// <summary>The number of expectations that are judged by a table.</summary>
    public static int Count(IBatchSource source, DataSchema schema) => Suites(source, schema).Sum(suite => suite.Expectations.Count);

    /// <summary>The number of those that name no single column.</summary>
    public static int CountOfTable(IBatchSource source, DataSchema schema) =>
        Suites(source, schema).Sum(suite => suite.Expectations.Count(expectation => ExpectationWords.Column(expectation) is null));

    /// <summary>Those that are not met. Values of sensitive columns are in none.</summary>
    public static IEnumerable<Finding> Check(
        IBatchSource source, string firstFile, DataSchema schema, Surroundings beside, long rows, CancellationToken cancellation)
    {
        var options = new SuiteOptions
        {
            Format = ResultFormat.Basic,
            OtherTables = CountsOf(schema, beside, cancellation),
            Sensitive = schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal),
        };
        foreach (var suite in Suites(source, schema))
        {
            // What has been read once can be read again.
            var result = SuiteValidator.Validate(source, suite, options, [], cancellation)!;
            foreach (var single in result.Results)
            {
                if (ExpectationFindings.Of(single, source.Columns, rows, firstFile) is { } finding)
                    yield return finding;
            }
        }
    }

    /// <summary>Tables that expectations name; in a contract a name is a path from its folder.</summary>
    public static IEnumerable<string> OtherTables(DataSchema schema) => schema.LoadedSuites.Prepend(Own(schema))
        .SelectMany(suite => suite.Expectations)
        .Select(expectation => expectation.Kwargs.TryGetProperty("other_table_name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    // One that cannot be read is not at hand, which its expectation says.
    private static Dictionary<string, long> CountsOf(DataSchema schema, Surroundings beside, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in OtherTables(schema))
        {
            if (beside.File(name) is { } file && RowCounter.Count(file, [], cancellation) is { } rows)
                counts[name] = rows;
        }

        return counts;
    }

    /// <summary>The contract's own expectations as a suite.</summary>
    public static ExpectationSuite Own(DataSchema schema) => new()
    {
        Name = "schema",
        Expectations = [.. schema.Columns.SelectMany(column => column.Expectations), .. schema.Expectations],
    };

    private static IEnumerable<ExpectationSuite> Suites(IBatchSource source, DataSchema schema)
    {
        var there = source.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var own = Own(schema with { Columns = [.. schema.Columns.Where(column => schema.Requires(column) || there.Contains(column.Name))] });
        IReadOnlySet<string> elsewhere = schema.Columns.Where(column => !there.Contains(column.Name) && !DataEnvironments.IsHere(schema, column)).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return schema.LoadedSuites.Prepend(own)
            .Select(suite => suite with { Expectations = [.. suite.Expectations.Where(expectation => !NamedColumns.Concern(expectation, elsewhere))] })
            .Where(suite => suite.Expectations.Count > 0);
    }
}
