using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>Counts the rows that a loosened rule lets in: those that the rule as it was refuses.</summary>
internal static class LetInRows
{
    /// <summary>The changes, the loosened ones of columns with their rows.</summary>
    /// <param name="changes">Of the two contracts.</param>
    /// <param name="before">The old contract.</param>
    /// <param name="table">The data, read with the new contract.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public static IReadOnlyList<SchemaChange> Count(
        IReadOnlyList<SchemaChange> changes, DataSchema before, Table table, CancellationToken cancellation) =>
        [.. changes.Select(change => change is { Direction: ContractChangeKind.Looser, Was: { } expectation } ? Judged(change, expectation, table, cancellation)
            : change is { Direction: ContractChangeKind.Looser, Column: { } name } && Rule(change, before.Find(name), table) is { } rule
            ? Counted(change, rule, table, cancellation)
            : change)];

    private static SchemaChange Counted(SchemaChange change, ColumnSchema rule, Table table, CancellationToken cancellation)
    {
        var summary = DataValidator.Validate(table, new DataSchema { Columns = [rule] }, [], [], cancellation);
        return change with
        {
            LetsIn = summary.Violations.Sum(violation => violation.Count),
            Examples = [.. summary.Violations.SelectMany(violation => violation.Examples)],
        };
    }

    // An expectation of the table as a whole, such as one of a mean, lets in no rows that could be counted.
    private static SchemaChange Judged(SchemaChange change, Expectation expectation, Table table, CancellationToken cancellation)
    {
        var suite = new ExpectationSuite { Name = "", Expectations = [expectation] };
        var result = SuiteValidator.Validate(new TableBatches(table), suite, new SuiteOptions(), [], cancellation)?.Results[0];
        if (result?.Outcome is not { Fault: null, Map: { } map } outcome)
            return change;
        return change with
        {
            LetsIn = outcome.Success ? 0 : map.Unexpected,
            Examples = outcome.Success ? [] : [.. result.Locations.Take(1).Select(place => new ViolationExample(place.File, place.Line, 0, null))],
        };
    }

    // The one rule of the old contract alone, of the type that the data were read with.
    private static ColumnSchema? Rule(SchemaChange change, ColumnSchema? old, Table table)
    {
        if (old is null || table.Find(old.Name) is not { } column || column.Type != old.Type)
            return null;
        var bare = new ColumnSchema { Name = old.Name, Type = old.Type, Sensitive = old.Sensitive, Mostly = change.Key == "mostly" ? old.Mostly : 1 };
        return change.Key switch
        {
            "missing" => bare with { MaximumMissing = old.MaximumMissing },
            "unique" => bare with { Unique = true },
            "min" => bare with { Minimum = old.Minimum },
            "max" => bare with { Maximum = old.Maximum },
            "min_length" => bare with { MinimumLength = old.MinimumLength },
            "max_length" => bare with { MaximumLength = old.MaximumLength },
            "values" => bare with { Values = old.Values },
            "pattern" => bare with { Pattern = old.Pattern },
            _ => null,
        };
    }
}
