using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation.Distances;
using MlOps.Build.Engine.Data.Validation.References;
using MlOps.Build.Engine.Data.Validation.Timeliness;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Checks a table that is read in batches against its contract; the table is never held.</summary>
internal static class ContractValidator
{
    /// <summary>
    /// Every rule, each broken one as a violation and as a diagnostic at its first row. Values of sensitive columns are in neither. Columns
    /// that the table lacks were reported when it was opened.
    /// </summary>
    /// <param name="source">The table.</param>
    /// <param name="firstFile">Where findings about the whole table are said to be.</param>
    /// <param name="schema">The contract.</param>
    /// <param name="beside">What else it is held against.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null, with errors, when the table cannot be read.</returns>
    /// <exception cref="ArgumentException">A column has not the contract's type: the table is read with another contract.</exception>
    public static ContractResult? Validate(
        IBatchSource source, string firstFile, DataSchema schema, Surroundings beside, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var run = new ContractRun(source, schema, Environment.ProcessorCount);
        if (run.Read(diagnostics, cancellation) is not { } rows)
            return null;
        var expectations = ContractExpectations.Check(source, firstFile, schema, beside, rows, cancellation);
        var place = new TablePlace(firstFile, rows);
        var references = new ReferenceChecks(source, schema, beside, place, cancellation);
        var compared = Comparisons.Of(source, schema, beside, place, cancellation);
        var fresh = new FreshnessChecks(run, beside.Instant, place);
        List<Finding> findings =
            [.. new ContractFindings(source, firstFile, schema, run, rows).All(), .. fresh.Findings, .. references.All(run.Totals), .. expectations, .. compared.Findings];
        diagnostics.AddRange([.. fresh.Undecided, .. compared.Undecided]);
        diagnostics.AddRange(findings.Select(finding => finding.Diagnostic).OfType<Diagnostic>());
        return new ContractResult
        {
            Rows = rows,
            Rules = Count(run, schema) + ContractExpectations.Count(source, schema) + references.Count + compared.Distances.Count,
            Totals = run.Totals,
            Distances = compared.Distances,
            Violations = [.. findings.Select(finding => finding.Violation)],
            Quality = new QualityScores(run, rows).All(TableRules(source, schema) + references.Count, findings.Count(finding => IsOfTable(finding.Violation)), fresh.Timeliness),
        };
    }

    private static int TableRules(IBatchSource source, DataSchema schema) =>
        (schema.Table.MinimumRows is null && schema.Table.MaximumRows is null ? 0 : 1) + ContractExpectations.CountOfTable(source, schema);

    // Repeats of the key are a matter of uniqueness; what stands in another table is one of consistency, of whatever column.
    private static bool IsOfTable(Violation violation) =>
        (violation.Column is null && violation.Code != DataCodes.DuplicateKey) || violation.Code is DataCodes.NotReferenced or DataCodes.OtherTable;

    // Rules of one kind, such as both ways of failing a type, are one; they follow each other.
    private static int Count(ContractRun run, DataSchema schema)
    {
        var count = (schema.Table.MinimumRows is null && schema.Table.MaximumRows is null ? 0 : 1) + (run.Key is null ? 0 : 1);
        CheckedRule? last = null;
        foreach (var rule in run.Rules)
        {
            if (last is null || last.Column != rule.Column || last.Rule.Key != rule.Rule.Key)
                count++;
            last = rule;
        }

        foreach (var column in schema.Columns)
            count += schema.Requires(column) && run.IndexOf(column.Name) < 0 ? 1 : 0;
        return count;
    }
}
