using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Turns what a reading found into evidence and messages.</summary>
internal sealed class ContractFindings(IBatchSource source, string firstFile, DataSchema schema, ContractRun run, long rows)
{
    /// <summary>In the order of the contract: columns, the number of rows, the key.</summary>
    public IReadOnlyList<Finding> All()
    {
        var found = new List<Finding>();
        var rules = run.Rules.ToLookup(rule => rule.Rule.Schema.Name, StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            if (run.IndexOf(column.Name) < 0 && schema.Requires(column))
                found.Add(Absent(column));
            found.AddRange(rules[column.Name].Select(Check).OfType<Finding>());
        }

        if (TableFindings.Rows(firstFile, rows, schema.Table) is { } count)
            found.Add(count);
        if (run.RepeatedKeys.Count > 0)
            found.Add(TableFindings.Key(schema.Table, Places(run.RepeatedKeys)));
        return found;
    }

    private Finding? Check(CheckedRule rule) => rule.Rule.Tolerates(rule.Failing, run.Totals[rule.Column])
        ? null
        : ColumnFindings.Of(rule.Rule, rule.Column + 1, rule.Failing, Places(rule.Failing));

    private FailingPlaces Places(FailingRows failing) =>
        new(failing.Count, rows, source.Locate([.. failing.First.Select(row => row.Place)]));

    private Finding Absent(ColumnSchema column) => new(
        new Violation
        {
            Code = DataCodes.ColumnMissing,
            Column = column.Name,
            Rule = "required",
            Count = rows,
            Share = 1,
            Severity = column.Severity,
            RulePosition = column.Position,
        },
        Diagnostic: null);
}
