using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Turns broken rules about other tables into evidence and messages.</summary>
internal static class OtherTableFindings
{
    public const string Outside = "the path leads out of the project's folder.";

    /// <summary>A rule that could not be held, because the other table cannot be read.</summary>
    public static Finding Unreadable(ColumnSchema? column, string file, SourcePosition rule, string fault, TablePlace place)
    {
        var violation = new Violation
        {
            Code = DataCodes.OtherTable,
            Column = column?.Name,
            Rule = $"other table {file}",
            Count = place.Rows,
            Share = 1,
            Severity = column?.Severity ?? DiagnosticSeverity.Error,
            RulePosition = rule,
        };
        return With(violation, $"{Shown.Text(file)} cannot be held against the data: {fault}", rule);
    }

    public static Finding Dangling(TableReference reference, FailingPlaces places)
    {
        var violation = new Violation
        {
            Code = DataCodes.NotReferenced,
            Rule = $"references {string.Join(", ", reference.To)} of {reference.File}",
            Count = places.Count,
            Share = (double)places.Count / places.Rows,
            Severity = DiagnosticSeverity.Error,
            RulePosition = reference.Position,
            Examples = [.. places.First.Select(row => new ViolationExample(row.File, row.Line, 0, null))],
        };
        var message = $"no row of {reference.File} has this {string.Join(", ", reference.Columns.Select(Shown.Text))} as {string.Join(", ", reference.To.Select(Shown.Text))}; "
            + $"{RowPlaces.Contract(reference.Position)} wants one. {places.Share}. {(places.Count == 1 ? "Fix the row" : "Fix the rows")}, or add what is missing to {reference.File}.";
        return new Finding(violation, RowPlaces.Diagnose(violation, message));
    }

    public static Finding Rows(string file, long rows, SourcePosition rule, TablePlace place)
    {
        var violation = new Violation
        {
            Code = DataCodes.OtherRowCount,
            Rule = $"as many rows as {file}",
            Count = place.Rows,
            Share = 1,
            Severity = DiagnosticSeverity.Error,
            RulePosition = rule,
        };
        var message = $"{Shown.Count(place.Rows, "row")}; {RowPlaces.Contract(rule)} wants as many as {file}, which has {Shown.Count(rows)}. "
            + "Check that both are whole, or remove 'equal_to'.";
        return With(violation, message, new SourcePosition(place.File));
    }

    private static Finding With(Violation violation, string message, SourcePosition position) =>
        new(violation, new Diagnostic { Code = violation.Code, Severity = violation.Severity, Message = message, Position = position });
}
