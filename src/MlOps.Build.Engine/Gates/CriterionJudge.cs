using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates;

/// <summary>
/// Decides comparisons joined by <c>and</c> and <c>or</c> in the three-valued logic of Kleene (Introduction to Metamathematics, 1952, section
/// 64): <c>and</c> has the worst verdict of its parts, <c>or</c> the best, undecided lying between fail and pass.
/// </summary>
internal sealed class CriterionJudge(ExpressionEvaluator evaluator)
{
    /// <summary>The item with its decision.</summary>
    public GateItem Judge(Criterion criterion, GateItem item)
    {
        if (criterion is ComparisonCriterion one)
            return Single(new GateDecision(one, evaluator).Decide(), item);
        var comparisons = new List<GateComparison>();
        var (verdict, explanation, needed) = Judge(criterion, comparisons);
        return item with { Verdict = verdict, Comparisons = comparisons, Explanation = explanation, Needed = needed };
    }

    private static GateItem Single(GateComparison made, GateItem item) => item with
    {
        Verdict = made.Verdict,
        Observed = made.Observed,
        Low = made.Low,
        High = made.High,
        Comparison = made.Comparison,
        Limit = made.Limit,
        Unit = made.Unit,
        Confidence = made.Confidence,
        Subject = made.Subject,
        Explanation = made.Explanation,
        Needed = made.Needed,
    };

    private (Verdict Verdict, string Explanation, string? Needed) Judge(Criterion criterion, List<GateComparison> comparisons)
    {
        if (criterion is not CompoundCriterion compound)
        {
            var made = new GateDecision((ComparisonCriterion)criterion, evaluator).Decide();
            comparisons.Add(made);
            return (made.Verdict, made.Explanation, made.Needed);
        }

        var word = compound.All ? "and" : "or";
        var parts = compound.Parts.Select(part => Judge(part, comparisons)).ToList();
        var verdict = compound.All ? parts.Max(part => part.Verdict) : parts.Min(part => part.Verdict);
        var needs = verdict == Verdict.Pass ? [] : parts.Select(part => part.Needed).OfType<string>().ToList();
        return (
            verdict,
            string.Join($"; {word} ", parts.Select(part => part.Explanation)),
            needs.Count == 0 ? null : string.Join($"; {word} ", needs));
    }
}
