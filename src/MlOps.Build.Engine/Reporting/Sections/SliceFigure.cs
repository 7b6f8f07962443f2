using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The groups of a column as dots with intervals, worst first, the value over all test rows across them.</summary>
internal static class SliceFigure
{
    private const int MostGroups = 20;

    /// <summary>Null when fewer than two groups have a value.</summary>
    public static Figure? Of(
        string id, string column, IReadOnlyList<SliceEvaluation> slices, List<string> names, EvaluationSummary evaluation, ReportWords words)
    {
        var metric = evaluation.PrimaryMetric;
        var sign = MetricWords.LowerIsBetter(metric) ? -1 : 1;
        var strips = slices.Select((slice, i) => (Name: names[i], Metric: MetricText.Find(slice.Metrics, metric)))
            .Where(item => item.Metric?.Value is not null)
            .OrderBy(item => item.Metric!.Value!.Value * sign)
            .Select(item => new Strip(item.Name, item.Metric!.Value!.Value, item.Metric.Low, item.Metric.High, []))
            .ToList();
        if (strips.Count < 2)
            return null;
        var sentence = SliceSection.Summary(column, slices, names, evaluation, words);
        var drawn = strips.Count > MostGroups
            ? words.Say($"The worst {MostGroups} of {strips.Count} groups are drawn; the dashed line is the value over all test rows.")
            : words.Say("The worst group comes first; the dashed line is the value over all test rows.");
        var overall = MetricText.Find(evaluation.Metrics, metric)?.Value;
        return new Figure
        {
            Id = id,
            Title = words.Say($"{ReportWords.Capital(words.Metric(metric))} by {column}"),
            Sentence = words.Sentences(sentence, drawn),
            Plot = DotPlot.Shared([.. strips.Take(MostGroups)], overall, sentence, words),
        };
    }
}
