using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Says whether the model and another one differ, by the paired interval of the primary metric.</summary>
internal static class ComparisonWords
{
    public static string Of(EvaluationSummary evaluation, ReferenceEvaluation reference, ReportWords words)
    {
        if (reference.NotCompared is { } reason)
            return words.Say($"The {words.Echo(reference.DisplayName)} was not compared: {words.Echo(reason)}.");
        var metric = evaluation.PrimaryMetric;
        var other = Other(reference, words);
        return words.Sentences(
            Sentence(words.Say("the model"), other, metric, reference.Differences, words),
            reference.OverBaseline.Count == 0
                ? ""
                : Sentence(other, words.Say("the naive baseline"), metric, reference.OverBaseline, words));
    }

    private static string Sentence(string one, string other, string metric, IReadOnlyList<MetricValue> differences, ReportWords words)
    {
        var name = words.Metric(metric);
        var difference = MetricText.Find(differences, metric);
        if (difference is not { Value: not null, Low: { } low, High: { } high })
        {
            var reason = difference?.Reason is { } why ? words.Echo(why) : words.Say("there is no paired interval");
            return words.Say($"On {name} {one} was not compared with {other}: {reason}.");
        }

        var seen = MetricText.Signed(difference, words);
        if (low <= 0 && high >= 0)
            return words.Say($"On {name} no difference is shown between {one} and {other}: {seen} includes 0.");
        return high < 0 == MetricWords.LowerIsBetter(metric)
            ? words.Say($"On {name} {one} is better than {other}: {seen}.")
            : words.Say($"On {name} {one} is worse than {other}: {seen}.");
    }

    private static string Other(ReferenceEvaluation reference, ReportWords words) => reference.Name switch
    {
        ReferenceEvaluation.Baseline => words.Say("the naive baseline"),
        "champion" => words.Say("the champion"),
        _ => words.Echo(reference.DisplayName),
    };
}
