using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The metrics as dots with intervals, the naive baseline and the champion beside them.</summary>
internal static class MetricFigure
{
    // Further references stand in the table.
    private const int MostReferences = 3;
    private const int MostMetrics = 12;

    /// <summary>Null when no metric has an interval.</summary>
    public static Figure? Of(EvaluationSummary evaluation, ReportWords words)
    {
        var references = evaluation.References.Where(reference => reference.Metrics.Count > 0).Take(MostReferences).ToList();
        var strips = evaluation.Metrics
            .Where(metric => metric is { Value: not null, Low: not null, High: not null })
            .Take(MostMetrics)
            .Select(metric => Strip(metric, references, words))
            .ToList();
        if (strips.Count == 0)
            return null;
        var sentence = Sentence(evaluation, references.Count > 0, words);
        return new Figure
        {
            Id = "metric-dots",
            Title = words.Say("The metrics and their intervals"),
            Sentence = sentence,
            Plot = DotPlot.Apart(strips, sentence, words),
            Legend = [words.Say("model"), .. references.Select(reference => MetricSection.Title(reference, words))],
        };
    }

    private static Strip Strip(MetricValue metric, List<ReferenceEvaluation> references, ReportWords words) => new(
        words.Metric(metric.Name),
        metric.Value!.Value,
        metric.Low,
        metric.High,
        [.. references.Select(reference => MetricText.Find(reference.Metrics, metric.Name)?.Value)]);

    private static string Sentence(EvaluationSummary evaluation, bool hasReferences, ReportWords words) => hasReferences
        ? words.Say($"Dots are the model, bars its {words.Percent(evaluation.Confidence)} intervals, diamonds the others; "
            + $"each line has a scale of its own.")
        : words.Say($"Dots are the model, bars its {words.Percent(evaluation.Confidence)} intervals; each line has a scale of its own.");
}
