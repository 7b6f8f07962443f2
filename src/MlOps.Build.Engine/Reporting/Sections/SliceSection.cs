using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The metrics by group.</summary>
internal static class SliceSection
{
    private const int MostMetrics = 4;

    public static ReportSection Of(ModelEvidence model)
    {
        var blocks = new List<ReportBlock>();
        foreach (var group in model.Evaluation.Slices.GroupBy(slice => slice.Column))
            blocks.AddRange(Column(group.Key, [.. group], model));
        if (blocks.Count > 0)
            blocks.Insert(0, new Paragraph(Caution(model.Evaluation)));
        return new ReportSection("slices", "Groups", 50, blocks);
    }

    // Average precision of guessing is the share of positives, so groups with few of them look worse than they are ranked.
    private static string Caution(EvaluationSummary evaluation) =>
        "Among several groups the worst is low by chance too; look at its interval."
        + (evaluation.PrimaryMetric == "pr_auc" ? " PR AUC also falls with the share of positives in a group; ROC AUC does not." : "");

    private static IEnumerable<ReportBlock> Column(string column, IReadOnlyList<SliceEvaluation> slices, ModelEvidence model)
    {
        var evaluation = model.Evaluation;
        var names = Names(slices, model.IsSensitive(column));
        var metrics = Metrics(evaluation, slices);
        yield return new Paragraph(Summary(column, slices, names, evaluation));
        var rows = slices.Select((slice, i) => Row(slice, names[i], metrics, evaluation));
        var table = new ReportTable(Columns(column, metrics, evaluation), [.. rows]);
        yield return slices.Count > 12 ? new Fold($"The {slices.Count} groups of {column}", [table]) : table;
    }

    private static List<string> Names(IReadOnlyList<SliceEvaluation> slices, bool sensitive) =>
        [.. slices.Select((slice, index) => sensitive ? $"group {index + 1} (sensitive)" : Shown(slice.Value))];

    private static string Shown(string value) => value.Length == 0 ? "(empty)" : value;

    private static List<string> Metrics(EvaluationSummary evaluation, IReadOnlyList<SliceEvaluation> slices) =>
    [
        .. new[] { evaluation.PrimaryMetric }
            .Concat(evaluation.Metrics.Select(metric => metric.Name))
            .Distinct()
            .Where(name => slices.Any(slice => MetricText.Find(slice.Metrics, name) is not null))
            .Take(MostMetrics),
    ];

    private static string Summary(string column, IReadOnlyList<SliceEvaluation> slices, List<string> names, EvaluationSummary evaluation)
    {
        var metric = evaluation.PrimaryMetric;
        var measured = slices.Select((slice, i) => (Name: names[i], Metric: MetricText.Find(slice.Metrics, metric)))
            .Where(item => item.Metric?.Value is not null).ToList();
        if (measured.Count == 0)
            return $"{column}: {slices.Count} groups; {MetricWords.Of(metric)} is defined in none of them.";
        var sign = MetricWords.LowerIsBetter(metric) ? -1 : 1;
        var worst = measured.MinBy(item => item.Metric!.Value!.Value * sign);
        var overall = MetricText.Of(MetricText.Find(evaluation.Metrics, metric));
        return $"{column}: of {slices.Count} groups, {worst.Name} has the worst {MetricWords.Of(metric)}, {MetricText.Of(worst.Metric)}; "
            + $"over all test rows it is {overall}.";
    }

    private static TableColumn[] Columns(string column, List<string> metrics, EvaluationSummary evaluation) =>
    [
        new(column),
        new("rows", true),
        .. evaluation.Task == LearningTask.Binary ? [new TableColumn("positive", true)] : Array.Empty<TableColumn>(),
        .. metrics.Select(metric => new TableColumn(MetricWords.Of(metric), true)),
    ];

    private static string[] Row(SliceEvaluation slice, string name, List<string> metrics, EvaluationSummary evaluation) =>
    [
        name,
        NumberText.Count(slice.Rows),
        .. evaluation.Task == LearningTask.Binary ? [NumberText.Count(slice.Positives)] : Array.Empty<string>(),
        .. metrics.Select(metric => MetricText.Of(MetricText.Find(slice.Metrics, metric))),
    ];
}
