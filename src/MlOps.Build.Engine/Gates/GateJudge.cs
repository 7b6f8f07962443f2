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
        var judge = new CriterionJudge(new ExpressionEvaluator(facts));
        var items = checklist.Items.Select(item => Judge(item, judge, facts)).ToList();
        HeadingJudge.Fill(checklist.Items, items);
        return new GateSummary { Items = items };
    }

    private static GateItem Judge(ChecklistItem item, CriterionJudge judge, GateFacts facts)
    {
        var plain = new GateItem
        {
            Text = item.Text,
            Depth = item.Depth,
            Links = item.Links,
            Verdict = Verdict.Undecided,
            Applies = true,
            Explanation = "",
            Position = item.Position,
        };
        if (item.Expression is { } gate)
            return Judge(gate, plain, judge, facts);
        return item.IsHeading ? plain with { IsHeading = true } : SignOff(plain, item.Ticked);
    }

    private static GateItem SignOff(GateItem plain, bool ticked) => plain with
    {
        Verdict = ticked ? Verdict.Pass : Verdict.Undecided,
        Explanation = ticked ? "signed off in the checklist" : "not signed off yet",
        Needed = ticked ? null : "passes when a person has signed it off",
    };

    private static GateItem Judge(GateExpression gate, GateItem plain, CriterionJudge judge, GateFacts facts)
    {
        var item = plain with { Expression = gate.Source, Warns = gate.Warns, Section = GateWords.Section(gate.Criterion) };
        return GateConditions.Otherwise(gate.Conditions, facts) is { } reason
            ? item with { Verdict = Verdict.Pass, Applies = false, Explanation = $"does not apply: {reason}" }
            : judge.Judge(gate.Criterion, item);
    }
}
