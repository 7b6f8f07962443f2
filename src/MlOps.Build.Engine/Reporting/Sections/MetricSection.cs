using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The metrics with intervals, against the baseline and the compared models.</summary>
internal static class MetricSection
{
    private const string NotMeasured = "it was not measured";

    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var evaluation = model.Evaluation;
        var blocks = new List<ReportBlock> { new Paragraph(Summary(evaluation, words)) };
        blocks.Add(new ReportTable(Columns(evaluation, words), [.. evaluation.Metrics.Select(metric => Row(metric, evaluation, words))]));
        if (MetricFigure.Of(evaluation, words) is { } figure)
            blocks.Insert(1, new FigureRow([figure]));
        if (evaluation.Metrics.Any(metric => metric.Value is null))
            blocks.Add(new Paragraph(Undefined(evaluation, words)));
        return new ReportSection("metrics", words.Say("Metrics"), 90, blocks);
    }

    private static string Summary(EvaluationSummary evaluation, ReportWords words) => words.Sentences(
    [
        .. evaluation.References.Select(reference => ComparisonWords.Of(evaluation, reference, words)),
        words.Say($"Intervals are {words.Percent(evaluation.Confidence)} bootstrap intervals from "
            + $"{evaluation.Resamples} resamples of the {evaluation.Rows} test rows."),
        Drawn(evaluation.Resampling, words),
        Lists(evaluation.Ranking, words),
        evaluation.Weight is { } weight
            ? words.Say($"Rows count in metrics as much as '{weight}' says; curves, counts and tests take each row once.")
            : "",
        words.Say("A difference is the model's value minus the other's on the same rows."),
        LowerIsBetter(evaluation, words),
        evaluation.Threshold is { } threshold
            ? words.Say($"A row counts as {Positive(evaluation, words)} from a probability of {words.Number(threshold, 2)}.")
            : "",
        ThresholdSource(evaluation, words),
    ]);

    private static string ThresholdSource(EvaluationSummary evaluation, ReportWords words) => evaluation switch
    {
        { ThresholdMetric: { } metric } => words.Say($"This threshold gives the largest {words.Metric(metric)} on the validation rows."),
        { ThresholdSource: "costs" } => words.Say($"This threshold follows from the costs of right and wrong decisions."),
        _ => "",
    };

    private static string Drawn(ResamplingSummary? resampling, ReportWords words) => resampling switch
    {
        { By: "group", Groups: { } groups } => words.Say($"Resamples are whole groups of '{resampling.Column ?? ""}', of which there are {groups}."),
        { By: "time", Block: > 1 and { } block } =>
            words.Say($"Resamples are runs of {block} rows that follow each other by '{resampling.Column ?? ""}'."),
        { By: "classes" } => words.Say("Resamples are drawn within each class."),
        _ => "",
    };

    private static string Lists(RankingSummary? ranking, ReportWords words) => ranking is not { } lists
        ? ""
        : words.Say($"Rows form {lists.Lists} lists by '{lists.Column}', {lists.WithRelevant} of them with a relevant row; the others count as 0.");

    private static string LowerIsBetter(EvaluationSummary evaluation, ReportWords words)
    {
        var names = evaluation.Metrics.Select(metric => metric.Name).Where(MetricWords.LowerIsBetter).Select(words.Metric).ToList();
        return names.Count == 0 ? "" : words.Say($"Lower is better for {words.List(names)}.");
    }

    private static string Positive(EvaluationSummary evaluation, ReportWords words) =>
        evaluation.Classes.Count == 2 ? $"'{evaluation.Classes[1]}'" : words.Say("positive");

    private static IEnumerable<ReferenceEvaluation> Compared(EvaluationSummary evaluation) =>
        evaluation.References.Where(reference => reference.NotCompared is null);

    private static TableColumn[] Columns(EvaluationSummary evaluation, ReportWords words) =>
    [
        new(words.Say("metric")),
        new(words.Say("model"), true),
        .. Compared(evaluation).SelectMany(reference => new TableColumn[]
        {
            new(Title(reference, words), true),
            new(words.Say("difference"), true),
        }),
    ];

    public static string Title(ReferenceEvaluation reference, ReportWords words) =>
        words.Echo(reference.Name is "baseline" or "champion" ? reference.Name : reference.DisplayName);

    private static string[] Row(MetricValue metric, EvaluationSummary evaluation, ReportWords words) =>
    [
        words.Metric(metric.Name),
        MetricText.Of(metric, words),
        .. Compared(evaluation).SelectMany(reference => new[]
        {
            MetricText.Point(MetricText.Find(reference.Metrics, metric.Name), words),
            MetricText.Signed(MetricText.Find(reference.Differences, metric.Name), words),
        }),
    ];

    private static string Undefined(EvaluationSummary evaluation, ReportWords words) => words.Sentences(evaluation.Metrics
        .Where(metric => metric.Value is null)
        .Select(metric => words.Say($"{words.Metric(metric.Name)} is not defined: {words.Echo(metric.Reason ?? NotMeasured)}.")));
}
