using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Turns expectations that are not met into evidence and messages.</summary>
internal static class ExpectationFindings
{
    private const int ShownRows = 5;

    /// <summary>Null when the expectation is met.</summary>
    /// <param name="result">The expectation with its outcome.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="rows">Its number of rows.</param>
    /// <param name="home">A data file, for findings about no row.</param>
    public static Finding? Of(ExpectationResult result, IReadOnlyList<BatchColumn> columns, long rows, string home)
    {
        if (result.Outcome.Success)
            return null;
        var counts = result.Outcome.Map;
        var violation = new Violation
        {
            Code = result.Outcome.Fault is null ? DataCodes.ExpectationNotMet : DataCodes.ExpectationNotJudged,
            Column = ExpectationWords.Column(result.Expectation),
            Rule = ExpectationWords.Of(result.Expectation, result.IsSensitive),
            Count = counts?.Unexpected ?? rows,
            Share = counts is null || rows == 0 ? 1 : (double)counts.Unexpected / rows,
            Severity = result.Expectation.Severity,
            RulePosition = result.Expectation.Position,
            Examples = Examples(result, columns),
        };
        return new Finding(violation, new Diagnostic
        {
            Code = violation.Code,
            Severity = violation.Severity,
            Message = Message(result, violation.Rule),
            Position = Position(result, violation, home),
        });
    }

    private static List<ViolationExample> Examples(ExpectationResult result, IReadOnlyList<BatchColumn> columns)
    {
        if (result.Outcome.Map is not { } map)
            return [];
        var field = map.Columns.Count == 1 ? columns.ToList().IndexOf(map.Columns[0]) + 1 : 0;
        return [.. result.Locations.Take(ShownRows).Select((location, index) => new ViolationExample(
            location.File, location.Line, field, result.IsSensitive || map.Columns.Count > 1 ? null : map.Rows[index].Texts[0]))];
    }

    private static SourcePosition Position(ExpectationResult result, Violation violation, string home)
    {
        if (result.Outcome.Fault is not null && result.Expectation.Position.File is { Length: > 0 })
            return result.Expectation.Position;
        return violation.Examples is [var first, ..] ? new SourcePosition(first.File, first.Line, first.Field) : new SourcePosition(home);
    }

    private static string Message(ExpectationResult result, string rule)
    {
        var place = result.Expectation.Position.ToString() is { Length: > 0 } text ? text : "the contract";
        if (result.Outcome.Fault is { } fault)
            return $"{result.Expectation.Type} could not be judged: {fault}";
        return $"{Actual(result)}; {place} wants {rule}. {Share(result)}Fix the data, or change the expectation.";
    }

    private static string Actual(ExpectationResult result)
    {
        if (result.Outcome.Map is not { Rows: [var row, ..] } map)
            return $"{Subject(result)} is {Observed(result)}";
        var names = map.Columns.Select(column => Shown.Text(column.Name));
        if (result.IsSensitive)
            return $"{string.Join(", ", names)} holds a sensitive value that is not as expected";
        var values = row.Texts.Select(value => value is null ? "missing" : Shown.Text(value));
        return $"{string.Join(", ", names)} is {string.Join(", ", values)}";
    }

    private static string Subject(ExpectationResult result) => ExpectationWords.Column(result.Expectation) is { } column
        ? $"the {ExpectationWords.Statistic(result.Expectation.Type)} of {Shown.Text(column)}"
        : $"the {ExpectationWords.Statistic(result.Expectation.Type)}";

    private static string Observed(ExpectationResult result) => result switch
    {
        { IsSensitive: true } => "a sensitive value",
        { Outcome.HasObserved: false } => "not as expected",
        { Outcome.Observed: null } => "nothing, for there are no values",
        _ => Shown.Text(result.Outcome.Observed!.ToJsonString()),
    };

    private static string Share(ExpectationResult result)
    {
        if (result.Outcome.Map is not { } map)
            return "";
        var share = $"{Shown.Count(map.Unexpected)} of {Shown.Count(map.Elements - map.Missing, "value")}";
        if (result.Locations.Count < 2)
            return share + ". ";
        var home = result.Locations[0].File;
        var others = result.Locations.Skip(1).Take(ShownRows - 1)
            .Select(place => place.File == home ? $"line {place.Line}" : new SourcePosition(place.File, place.Line).ToString());
        return $"{share}, also {string.Join(", ", others)}{(map.Unexpected > ShownRows ? " …" : "")}. ";
    }
}
