using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Checks a table against its contract.</summary>
internal static class DataValidator
{
    /// <summary>
    /// Every rule, each broken one as a violation and as a diagnostic at its first row; and a profile of every column. Values of
    /// sensitive columns are in neither. Columns that the table lacks were reported when it was read.
    /// </summary>
    /// <exception cref="ArgumentException">A column has not the contract's type: the table was read with another contract.</exception>
    public static DataSummary Validate(
        Table table, DataSchema schema, IReadOnlyList<DataFile> files, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var rules = TableFindings.Count(table, schema.Table);
        foreach (var column in schema.Columns)
        {
            cancellation.ThrowIfCancellationRequested();
            rules += Check(table, column, findings);
        }

        findings.AddRange(TableFindings.Check(table, schema.Table));
        diagnostics.AddRange(findings.Select(finding => finding.Diagnostic).OfType<Diagnostic>());
        return new DataSummary
        {
            Files = files,
            Rows = table.RowCount,
            Rules = rules,
            Inferred = schema.Inferred,
            License = schema.License,
            Columns = [.. table.Columns.Select(column => ColumnProfiler.Profile(column, schema.Find(column.Name)?.Sensitive == true))],
            Violations = [.. findings.Select(finding => finding.Violation)],
        };
    }

    // The number of rules: those of one kind, such as both ways of failing a type, are one.
    private static int Check(Table table, ColumnSchema schema, List<Finding> findings)
    {
        if (table.Find(schema.Name) is not { } column)
        {
            if (schema.Required)
                findings.Add(Absent(table, schema));
            return schema.Required ? 1 : 0;
        }

        if (column.Type != schema.Type)
            throw new ArgumentException($"Column '{schema.Name}' is {column.Type}, the contract says {schema.Type}.", nameof(table));
        var unread = table.Unread.Where(values => values.Column == schema.Name).ToList();
        var rules = ColumnRules.Of(schema, unread).ToList();
        findings.AddRange(rules.Select(rule => ColumnFindings.Check(rule, column, table)).OfType<Finding>());
        return rules.DistinctBy(rule => rule.Key).Count();
    }

    private static Finding Absent(Table table, ColumnSchema schema) => new(
        new Violation
        {
            Code = DataCodes.ColumnMissing,
            Column = schema.Name,
            Rule = "required",
            Count = table.RowCount,
            Share = 1,
            Severity = schema.Severity,
            RulePosition = schema.Position,
        },
        Diagnostic: null);
}
