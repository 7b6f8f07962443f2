using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Says whether the model and another one differ, by the paired interval of the primary metric.</summary>
internal static class ComparisonWords
{
    public static string Of(EvaluationSummary evaluation, ReferenceEvaluation reference)
    {
        var metric = evaluation.PrimaryMetric;
        var words = MetricWords.Of(metric);
        var difference = MetricText.Find(reference.Differences, metric);
        var other = Other(reference);
        if (difference is not { Value: not null, Low: { } low, High: { } high })
            return $"On {words} the model was not compared with {other}: {difference?.Reason ?? "there is no paired interval"}.";
        var seen = MetricText.Signed(difference);
        if (low <= 0 && high >= 0)
            return $"On {words} no difference is shown between the model and {other}: {seen} includes 0.";
        var better = high < 0 == MetricWords.LowerIsBetter(metric);
        return $"On {words} the model is {(better ? "better" : "worse")} than {other}: {seen}.";
    }

    private static string Other(ReferenceEvaluation reference) => reference.Name switch
    {
        "baseline" => "the naive baseline",
        "champion" => "the champion",
        _ => reference.DisplayName,
    };
}
