using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The metrics by group.</summary>
internal static class SliceSection
{
    private const int MostMetrics = 4;

    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var blocks = new List<ReportBlock>();
        foreach (var (number, group) in model.Evaluation.Slices.GroupBy(slice => slice.Column).Index())
            blocks.AddRange(Column(number + 1, group.Key, [.. group], model, words));
        if (blocks.Count > 0)
            blocks.Insert(0, new Paragraph(Caution(model.Evaluation, words)));
        return new ReportSection("slices", words.Say("Groups"), 50, blocks);
    }

    // Average precision of guessing is the share of positives, so groups with few of them look worse than they are ranked.
    private static string Caution(EvaluationSummary evaluation, ReportWords words) => words.Sentences(
        words.Say("Among several groups the worst is low by chance too; look at its interval."),
        evaluation.PrimaryMetric == "pr_auc"
            ? words.Say("PR AUC also falls with the share of positives in a group; ROC AUC does not.")
            : "");

    private static IEnumerable<ReportBlock> Column(
        int number, string column, IReadOnlyList<SliceEvaluation> slices, ModelEvidence model, ReportWords words)
    {
        var evaluation = model.Evaluation;
        var names = Names([.. slices.Select(slice => slice.Value)], model.IsSensitive(column), words);
        var metrics = Metrics(evaluation, slices);
        yield return SliceFigure.Of($"slices-{number}", column, slices, names, evaluation, words) is { } figure
            ? new FigureRow([figure])
            : new Paragraph(Summary(column, slices, names, evaluation, words));
        var rows = slices.Select((slice, i) => Row(slice, names[i], metrics, evaluation, words));
        var table = new ReportTable(Columns(column, metrics, evaluation, words), [.. rows]);
        yield return slices.Count > 12 ? new Fold(words.Say($"The {slices.Count} groups of {column}"), [table]) : table;
    }

    /// <summary>What groups are called, by their values.</summary>
    public static List<string> Names(IReadOnlyList<string> values, bool sensitive, ReportWords words) =>
    [
        .. values.Select((value, index) => sensitive ? words.Say($"group {index + 1} (sensitive)")
            : value.Length == 0 ? words.Say("(empty)")
            : value),
    ];

    private static List<string> Metrics(EvaluationSummary evaluation, IReadOnlyList<SliceEvaluation> slices) =>
    [
        .. new[] { evaluation.PrimaryMetric }
            .Concat(evaluation.Metrics.Select(metric => metric.Name))
            .Distinct()
            .Where(name => slices.Any(slice => MetricText.Find(slice.Metrics, name) is not null))
            .Take(MostMetrics),
    ];

    public static string Summary(
        string column, IReadOnlyList<SliceEvaluation> slices, List<string> names, EvaluationSummary evaluation, ReportWords words)
    {
        var metric = evaluation.PrimaryMetric;
        var name = words.Metric(metric);
        var measured = slices.Select((slice, i) => (Name: names[i], Metric: MetricText.Find(slice.Metrics, metric)))
            .Where(item => item.Metric?.Value is not null).ToList();
        if (measured.Count == 0)
            return words.Say($"{column}: {slices.Count} groups; {name} is defined in none of them.");
        var sign = MetricWords.LowerIsBetter(metric) ? -1 : 1;
        var worst = measured.MinBy(item => item.Metric!.Value!.Value * sign);
        var overall = MetricText.Of(MetricText.Find(evaluation.Metrics, metric), words);
        return words.Say($"{column}: of {slices.Count} groups, {worst.Name} has the worst {name}, {MetricText.Of(worst.Metric, words)}; "
            + $"over all test rows it is {overall}.");
    }

    private static TableColumn[] Columns(string column, List<string> metrics, EvaluationSummary evaluation, ReportWords words) =>
    [
        new(column),
        new(words.Say("rows"), true),
        .. evaluation.Task == LearningTask.Binary ? [new TableColumn(words.Say("positive"), true)] : Array.Empty<TableColumn>(),
        .. metrics.Select(metric => new TableColumn(words.Metric(metric), true)),
    ];

    private static string[] Row(
        SliceEvaluation slice, string name, List<string> metrics, EvaluationSummary evaluation, ReportWords words) =>
    [
        name,
        words.Count(slice.Rows),
        .. evaluation.Task == LearningTask.Binary ? [words.Count(slice.Positives)] : Array.Empty<string>(),
        .. metrics.Select(metric => MetricText.Of(MetricText.Find(slice.Metrics, metric), words)),
    ];
}
