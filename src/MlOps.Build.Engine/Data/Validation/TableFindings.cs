using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Turns broken rules on the whole table into evidence and messages.</summary>
internal static class TableFindings
{
    /// <summary>Null when the number of rows is allowed.</summary>
    public static Finding? Rows(string firstFile, long rows, TableRules rules)
    {
        var tooFew = rows < rules.MinimumRows;
        if (!tooFew && !(rows > rules.MaximumRows))
            return null;
        var limit = tooFew ? $"at least {Shown.Count(rules.MinimumRows!.Value)}" : $"at most {Shown.Count(rules.MaximumRows!.Value)}";
        var violation = new Violation
        {
            Code = DataCodes.RowCount,
            Rule = $"rows {limit}",
            Count = rows,
            Share = 1,
            Severity = DiagnosticSeverity.Error,
            RulePosition = rules.RowsPosition,
        };
        var message = $"{Shown.Count(rows, "row")}; {RowPlaces.Contract(rules.RowsPosition)} allows {limit}. "
            + "Check that the data are whole, or change 'rows'.";
        return new Finding(violation, new Diagnostic
        {
            Code = violation.Code,
            Severity = violation.Severity,
            Message = message,
            Position = new SourcePosition(firstFile),
        });
    }

    public static Finding Key(TableRules rules, FailingPlaces places)
    {
        var violation = new Violation
        {
            Code = DataCodes.DuplicateKey,
            Rule = $"key {string.Join(", ", rules.Key)}",
            Count = places.Count,
            Share = (double)places.Count / places.Rows,
            Severity = DiagnosticSeverity.Error,
            RulePosition = rules.KeyPosition,
            Examples = [.. places.First.Select(row => new ViolationExample(row.File, row.Line, 0, null))],
        };
        var message = $"another row has the same {string.Join(", ", rules.Key.Select(Shown.Text))}; "
            + $"{RowPlaces.Contract(rules.KeyPosition)} calls that the key. "
            + $"{places.Share}. Remove the repeats, or extend 'key'.";
        return new Finding(violation, RowPlaces.Diagnose(violation, message));
    }
}
