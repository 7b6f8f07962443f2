using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Turns failing rows of a column rule into evidence and a message.</summary>
internal static class ColumnFindings
{
    public static Finding Of(ColumnRule rule, int field, FailingRows failing, FailingPlaces places)
    {
        var violation = new Violation
        {
            Code = rule.Code,
            Column = rule.Schema.Name,
            Rule = rule.Words,
            Count = failing.Count,
            Share = (double)failing.Count / places.Rows,
            Severity = rule.Schema.Severity,
            RulePosition = rule.Position,
            Examples = [.. places.First.Select((row, i) => new ViolationExample(row.File, row.Line, field, rule.Example(failing.First[i].Text)))],
        };
        return new Finding(violation, RowPlaces.Diagnose(violation, Message(rule, failing, places)));
    }

    private static string Message(ColumnRule rule, FailingRows failing, FailingPlaces places) =>
        $"{Shown.Text(rule.Schema.Name)} {rule.Is(failing.First[0].Text)}; {RowPlaces.Contract(rule.Position)} {rule.Says}. "
        + $"{places.Share}. {rule.WayOut(failing.Count)}";
}
