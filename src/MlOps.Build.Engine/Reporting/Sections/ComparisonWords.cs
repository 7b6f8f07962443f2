using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Says whether the model and another one differ, by the paired interval of the primary metric.</summary>
internal static class ComparisonWords
{
    public static string Of(EvaluationSummary evaluation, ReferenceEvaluation reference)
    {
        var own = Sentence("the model", Other(reference), evaluation.PrimaryMetric, reference.Differences);
        return reference.OverBaseline.Count == 0
            ? own
            : $"{own} {Sentence(Other(reference), "the naive baseline", evaluation.PrimaryMetric, reference.OverBaseline)}";
    }

    private static string Sentence(string one, string other, string metric, IReadOnlyList<MetricValue> differences)
    {
        var words = MetricWords.Of(metric);
        var difference = MetricText.Find(differences, metric);
        if (difference is not { Value: not null, Low: { } low, High: { } high })
            return $"On {words} {one} was not compared with {other}: {difference?.Reason ?? "there is no paired interval"}.";
        var seen = MetricText.Signed(difference);
        if (low <= 0 && high >= 0)
            return $"On {words} no difference is shown between {one} and {other}: {seen} includes 0.";
        var better = high < 0 == MetricWords.LowerIsBetter(metric);
        return $"On {words} {one} is {(better ? "better" : "worse")} than {other}: {seen}.";
    }

    private static string Other(ReferenceEvaluation reference) => reference.Name switch
    {
        ReferenceEvaluation.Baseline => "the naive baseline",
        "champion" => "the champion",
        _ => reference.DisplayName,
    };
}
