using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Runs the steps that a contract declares.</summary>
internal static class Cleaner
{
    /// <summary>Null, with an error, when more rows than allowed would be set aside or none is left.</summary>
    public static CleanedTable? Clean(Table table, DataSchema schema, DiagnosticBag diagnostics)
    {
        var (state, steps) = (new CleaningState(table), new List<CleaningSummary>());
        foreach (var step in schema.Cleaning.Steps)
            steps.Add(Count(state, step.Words, step.Columns, step.Position, () => step.Apply(state)));
        if (schema.Cleaning.Quarantine is { Broken: true } rule)
            steps.Add(Count(state, BrokenStep.Words, [], rule.Position, () => BrokenStep.Apply(state, schema)));
        return Holds(state, table.RowCount, schema, diagnostics) ? new CleanedTable(state.Table, table.RowCount, steps, state.Quarantined) : null;
    }

    private static CleaningSummary Count(CleaningState state, string words, IReadOnlyList<string> columns, SourcePosition position, Func<long> apply)
    {
        var before = state.Table.RowCount;
        var count = apply();
        return new CleaningSummary
        {
            Step = words,
            Columns = columns,
            Count = count,
            RowsRemoved = before - state.Table.RowCount,
            Position = position,
        };
    }

    private static bool Holds(CleaningState state, int rows, DataSchema schema, DiagnosticBag diagnostics)
    {
        if (schema.Cleaning.Quarantine is { } rule && (double)state.Quarantined.Count / rows > rule.Limit)
            diagnostics.Add(TooMany(state.Quarantined, rows, rule));
        else if (state.Table.RowCount == 0 && rows > 0)
            diagnostics.Error(DataCodes.NothingLeft, $"cleaning leaves none of {Shown.Count(rows, "row")}. Loosen the steps.", Position(schema.Cleaning));
        else
            return true;
        return false;
    }

    private static SourcePosition Position(CleaningPlan plan) => plan.Steps is [var first, ..] ? first.Position : plan.Quarantine!.Position;

    private static Diagnostic TooMany(IReadOnlyList<QuarantinedRow> quarantined, int rows, QuarantineRule rule)
    {
        var reasons = quarantined.GroupBy(row => row.Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(3)
            .Select(group => $"{group.Key} ({Shown.Count(group.Count())})");
        return new Diagnostic
        {
            Code = DataCodes.QuarantineLimit,
            Severity = DiagnosticSeverity.Error,
            Message = $"{Shown.Count(quarantined.Count, "row")} of {Shown.Count(rows)} would go to quarantine; "
                + $"{RowPlaces.Contract(rule.Position)} allows {Shown.Number(rule.Limit * 100)} %. Most: {string.Join(", ", reasons)}. "
                + "Fix the rows, or raise 'limit'.",
            Position = new SourcePosition(quarantined[0].File, quarantined[0].Line),
        };
    }
}
