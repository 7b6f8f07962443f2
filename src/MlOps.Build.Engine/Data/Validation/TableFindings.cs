using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Checks the rules on the whole table.</summary>
internal static class TableFindings
{
    /// <summary>Row count and key; the number of rules is <see cref="Count"/>.</summary>
    public static IEnumerable<Finding> Check(Table table, TableRules rules)
    {
        if (CheckRows(table, rules) is { } rows)
            yield return rows;
        if (HasKey(table, rules) && CheckKey(table, rules) is { } key)
            yield return key;
    }

    public static int Count(Table table, TableRules rules) =>
        (rules.MinimumRows is null && rules.MaximumRows is null ? 0 : 1) + (HasKey(table, rules) ? 1 : 0);

    private static bool HasKey(Table table, TableRules rules) => rules.Key.Count > 0 && rules.Key.All(name => table.Find(name) is not null);

    private static Finding? CheckRows(Table table, TableRules rules)
    {
        var tooFew = table.RowCount < rules.MinimumRows;
        if (!tooFew && !(table.RowCount > rules.MaximumRows))
            return null;
        var limit = tooFew ? $"at least {Shown.Count(rules.MinimumRows!.Value)}" : $"at most {Shown.Count(rules.MaximumRows!.Value)}";
        var violation = new Violation
        {
            Code = DataCodes.RowCount,
            Rule = $"rows {limit}",
            Count = table.RowCount,
            Share = 1,
            Severity = DiagnosticSeverity.Error,
            RulePosition = rules.RowsPosition,
        };
        var message = $"{Shown.Count(table.RowCount, "row")}; {RowPlaces.Contract(rules.RowsPosition)} allows {limit}. "
            + "Check that the data are whole, or change 'rows'.";
        return new Finding(violation, new Diagnostic
        {
            Code = violation.Code,
            Severity = violation.Severity,
            Message = message,
            Position = new SourcePosition(table.Origins.Files[0]),
        });
    }

    private static Finding? CheckKey(Table table, TableRules rules)
    {
        var columns = rules.Key.Select(name => table.Find(name)!).ToList();
        var failing = Repeats.Find(RowKeys.OfRows(columns), missing: null);
        if (failing.Count == 0)
            return null;
        var violation = new Violation
        {
            Code = DataCodes.DuplicateKey,
            Rule = $"key {string.Join(", ", rules.Key)}",
            Count = failing.Count,
            Share = (double)failing.Count / table.RowCount,
            Severity = DiagnosticSeverity.Error,
            RulePosition = rules.KeyPosition,
            Examples = [.. failing.First.Select(row => RowPlaces.Example(table, row, 0, null))],
        };
        var message = $"another row has the same {string.Join(", ", rules.Key.Select(Shown.Text))}; "
            + $"{RowPlaces.Contract(rules.KeyPosition)} calls that the key. "
            + $"{RowPlaces.Share(failing, table)}. Remove the repeats, or extend 'key'.";
        return new Finding(violation, RowPlaces.Diagnose(violation, message));
    }
}
