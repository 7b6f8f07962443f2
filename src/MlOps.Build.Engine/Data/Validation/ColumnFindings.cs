using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Turns failing rows of a column rule into evidence and a message.</summary>
internal static class ColumnFindings
{
    /// <summary>Null when the rule holds.</summary>
    public static Finding? Check(ColumnRule rule, Column column, Table table)
    {
        var failing = rule.Check(column);
        if (rule.Tolerates(failing, column))
            return null;
        var field = table.FieldOf(column);
        var examples = failing.First.Select(row => RowPlaces.Example(table, row, field, rule.Example(column, row))).ToList();
        var violation = new Violation
        {
            Code = rule.Code,
            Column = column.Name,
            Rule = rule.Words,
            Count = failing.Count,
            Share = (double)failing.Count / table.RowCount,
            Severity = rule.Schema.Severity,
            RulePosition = rule.Position,
            Examples = examples,
        };
        return new Finding(violation, RowPlaces.Diagnose(violation, Message(rule, column, table, failing)));
    }

    private static string Message(ColumnRule rule, Column column, Table table, FailingRows failing) =>
        $"{Shown.Text(column.Name)} {rule.Is(column, failing.First[0])}; {RowPlaces.Contract(rule.Position)} {rule.Says}. "
        + $"{RowPlaces.Share(failing, table)}. {rule.WayOut(failing.Count)}";
}
