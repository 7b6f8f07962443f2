using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The metrics with intervals, against the baseline and the compared models.</summary>
internal static class MetricSection
{
    public static ReportSection Of(ModelEvidence model)
    {
        var evaluation = model.Evaluation;
        var blocks = new List<ReportBlock> { new Paragraph(Summary(evaluation)) };
        blocks.Add(new ReportTable(Columns(evaluation), [.. evaluation.Metrics.Select(metric => Row(metric, evaluation))]));
        if (evaluation.Metrics.Any(metric => metric.Value is null))
            blocks.Add(new Paragraph(Undefined(evaluation)));
        return new ReportSection("metrics", "Metrics", 90, blocks);
    }

    private static string Summary(EvaluationSummary evaluation)
    {
        var sentences = evaluation.References.Select(reference => ComparisonWords.Of(evaluation, reference)).ToList();
        sentences.Add($"Intervals are {NumberText.Percent(evaluation.Confidence)} bootstrap intervals from "
            + $"{NumberText.Count(evaluation.Resamples)} resamples of the {NumberText.Count(evaluation.Rows)} test rows. A difference is "
            + $"the model's value minus the other's on the same rows.{LowerIsBetter(evaluation)}");
        if (evaluation.Threshold is { } threshold)
            sentences.Add($"A row counts as {Positive(evaluation)} from a probability of {NumberText.Of(threshold, 2)}.");
        return string.Join(' ', sentences);
    }

    private static string LowerIsBetter(EvaluationSummary evaluation)
    {
        var names = evaluation.Metrics.Select(metric => metric.Name).Where(MetricWords.LowerIsBetter).Select(MetricWords.Of).ToList();
        return names.Count == 0 ? "" : $" Lower is better for {string.Join(", ", names)}.";
    }

    private static string Positive(EvaluationSummary evaluation) =>
        evaluation.Classes.Count == 2 ? $"'{evaluation.Classes[1]}'" : "positive";

    private static TableColumn[] Columns(EvaluationSummary evaluation) =>
    [
        new("metric"),
        new("model", true),
        .. evaluation.References.SelectMany(reference => new TableColumn[] { new(Title(reference), true), new("difference", true) }),
    ];

    private static string Title(ReferenceEvaluation reference) =>
        reference.Name is "baseline" or "champion" ? reference.Name : reference.DisplayName;

    private static string[] Row(MetricValue metric, EvaluationSummary evaluation) =>
    [
        MetricWords.Of(metric.Name),
        MetricText.Of(metric),
        .. evaluation.References.SelectMany(reference => new[]
        {
            MetricText.Point(MetricText.Find(reference.Metrics, metric.Name)),
            MetricText.Signed(MetricText.Find(reference.Differences, metric.Name)),
        }),
    ];

    private static string Undefined(EvaluationSummary evaluation) => string.Join(' ', evaluation.Metrics
        .Where(metric => metric.Value is null)
        .Select(metric => $"{MetricWords.Of(metric.Name)} is not defined: {metric.Reason ?? "it was not measured"}."));
}
