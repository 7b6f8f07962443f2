using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Gates;

/// <summary>Judges a checklist by the facts. Raising them as errors is <see cref="GateEnforcer"/>'s part.</summary>
internal static class GateJudge
{
    /// <summary>The judged checklist; null, with errors added, when an expression means nothing here.</summary>
    public static GateSummary? Judge(Checklist checklist, GateFacts facts, DiagnosticBag diagnostics)
    {
        if (!ChecklistCheck.Run(checklist, GateScope.Of(facts.Evaluation), diagnostics))
            return null;
        var evaluator = new ExpressionEvaluator(facts);
        return new GateSummary { Items = [.. checklist.Items.Select(item => Judge(item, evaluator))] };
    }

    private static GateItem Judge(ChecklistItem item, ExpressionEvaluator evaluator) =>
        item.Expression is { } gate ? Judge(item, gate, evaluator) : SignOff(item);

    private static GateItem SignOff(ChecklistItem item) => new()
    {
        Text = item.Text,
        Verdict = item.Ticked ? Verdict.Pass : Verdict.Undecided,
        Explanation = item.Ticked ? "signed off in the checklist" : "not signed off yet",
        Position = item.Position,
    };

    private static GateItem Judge(ChecklistItem item, GateExpression gate, ExpressionEvaluator evaluator)
    {
        var plain = new GateItem
        {
            Text = item.Text,
            Expression = gate.Source,
            Comparison = gate.Comparison.Symbol(),
            Verdict = Verdict.Undecided,
            Section = GateWords.Section(gate.Left),
            Explanation = "",
            Position = item.Position,
        };
        if (gate.Condition is { } condition && GateConditions.Otherwise(condition.Name, evaluator.Facts.Evaluation) is { } reason)
            return plain with { Verdict = Verdict.Pass, Applies = false, Explanation = $"does not apply: {reason}" };
        return new GateDecision(gate, evaluator).Decide(plain);
    }
}
