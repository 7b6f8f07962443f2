using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features.Leakage;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Reporting.Sarif;

/// <summary>What evidence finds fault with: broken rules of the data contract, items of the checklist that do not pass, leakage that was allowed.</summary>
internal static class SarifFindings
{
    public static IEnumerable<SarifFinding> Of(ModelEvidence model) =>
        Items(model.Gate).Concat(model.Data.Violations.SelectMany(violation => Rows(model, violation))).Concat(Leakage(model));

    // A sign-off that is not given yet is nobody's fault.
    private static IEnumerable<SarifFinding> Items(GateSummary gate)
    {
        foreach (var item in gate.Items.Where(item => item.Verdict != Verdict.Pass && !item.IsHeading))
        {
            var found = GateEnforcer.Diagnostics(new GateSummary { Items = [item] }, item.IsSignOff ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning)[0];
            yield return new SarifFinding
            {
                Code = found.Code,
                Severity = found.Severity,
                Message = $"{item.Text}: {found.Message}",
                Position = found.Position,
                Identity = $"item\n{item.Text}\n{item.Expression}",
            };
        }
    }

    private static IEnumerable<SarifFinding> Rows(ModelEvidence model, Violation violation)
    {
        var name = violation.Column is { } column ? $"'{column}'" : "The table";
        var rows = $"{NumberText.Count(violation.Count)} of {NumberText.Count(model.Data.Rows)} rows";
        var identity = $"rule\n{violation.Column}\n{violation.Rule}";
        if (violation.Examples.Count == 0)
            yield return Row(violation, $"{name} breaks {violation.Rule} in {rows}.", violation.RulePosition, identity);
        var hidden = violation.Column is null || model.IsSensitive(violation.Column);
        for (var i = 0; i < violation.Examples.Count; i++)
        {
            var example = violation.Examples[i];
            var value = example.Value is { } text && !hidden ? $" with '{SafeText.Of(text, 60)}'" : "";
            var field = example.Field > 0 ? $" (field {example.Field} of the row)" : "";
            var message = $"{name} breaks {violation.Rule} here{value}{field}; {rows} do.";
            yield return Row(violation, message, new SourcePosition(example.File, example.Line), $"{identity}\n{example.File}\n{i}");
        }
    }

    private static SarifFinding Row(Violation violation, string message, SourcePosition position, string identity) => new()
    {
        Code = violation.Code,
        Severity = violation.Severity,
        Message = message,
        Position = position,
        Rule = violation.Examples.Count == 0 ? SourcePosition.None : violation.RulePosition,
        Identity = identity,
    };

    // Over the limit a build stops, unless the configuration allows the column.
    private static IEnumerable<SarifFinding> Leakage(ModelEvidence model) => model.Features.Leakage
        .Where(score => score.Value > LeakageGate.Limit)
        .Select(score => new SarifFinding
        {
            Code = FeatureCodes.LeakingColumn,
            Severity = DiagnosticSeverity.Info,
            Message = $"'{score.Column}' alone predicts the label with {score.Measure} {NumberText.Of(score.Value)}; training-config.yaml allows it.",
            Position = SourcePosition.None,
            Identity = $"leakage\n{score.Column}",
        });
}
