using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The model learned again on other rows.</summary>
internal static class BacktestSection
{
    private const int MostMetrics = 4;
    private const int MostRowsOpen = 12;

    public static ReportSection Of(ModelEvidence model, ReportWords words) =>
        new("backtest", words.Say("Backtest"), 55, model.Backtest is { } backtest ? Blocks(backtest, model.Evaluation, words) : []);

    private static List<ReportBlock> Blocks(BacktestSummary backtest, EvaluationSummary evaluation, ReportWords words)
    {
        var metrics = Metrics(evaluation, backtest);
        var rows = backtest.Windows.Select(window => Row(window, backtest, metrics, evaluation, words));
        var table = new ReportTable(Columns(backtest, metrics, evaluation, words), [.. rows]);
        return
        [
            new Paragraph(Summary(backtest, evaluation, words)),
            new ReportTable(SpreadColumns(words), [.. metrics.Select(name => Spread(Find(backtest, name)!, words))]),
            backtest.Windows.Count > MostRowsOpen
                ? new Fold(words.Say($"All {backtest.Windows.Count} windows or folds"), [table])
                : table,
        ];
    }

    private static string Summary(BacktestSummary backtest, EvaluationSummary evaluation, ReportWords words)
    {
        var name = evaluation.PrimaryMetric;
        var method = words.Echo(backtest.Method);
        var better = backtest.Windows.Count(window => BeatsBaseline(window, name));
        return words.Sentences(
            words.Say($"{method}: features and model were learned again for each, without its rows and without the test rows."),
            Find(backtest, name) is { Mean: not null } primary
                ? words.Say($"Mean {words.Metric(name)} is {Mean(primary, words)}; on the test rows it is "
                    + $"{MetricText.Of(MetricText.Find(evaluation.Metrics, name), words)}.")
                : "",
            words.Say($"The naive baseline was beaten {better} of {backtest.Windows.Count} times."));
    }

    private static BacktestMetric? Find(BacktestSummary backtest, string name) =>
        backtest.Metrics.FirstOrDefault(metric => metric.Name == name);

    private static string Mean(BacktestMetric metric, ReportWords words)
    {
        var mean = Number(metric.Mean, words);
        return metric.Low is null ? mean : $"{mean} [{Number(metric.Low, words)}, {Number(metric.High, words)}]";
    }

    private static bool BeatsBaseline(BacktestWindow window, string name)
    {
        var (value, baseline) = (MetricText.Find(window.Metrics, name)?.Value, MetricText.Find(window.Baseline, name)?.Value);
        return MetricWords.LowerIsBetter(name) ? value < baseline : value > baseline;
    }

    private static List<string> Metrics(EvaluationSummary evaluation, BacktestSummary backtest) =>
    [
        .. new[] { evaluation.PrimaryMetric }
            .Concat(backtest.Metrics.Select(metric => metric.Name))
            .Distinct()
            .Where(name => Find(backtest, name)?.Mean is not null)
            .Take(MostMetrics),
    ];

    private static TableColumn[] SpreadColumns(ReportWords words) =>
    [
        new(words.Say("metric")),
        new(words.Say("mean"), true),
        new(words.Say("standard deviation"), true),
        new(words.Say("smallest"), true),
        new(words.Say("largest"), true),
    ];

    private static string[] Spread(BacktestMetric metric, ReportWords words) =>
    [
        words.Metric(metric.Name),
        Mean(metric, words),
        Number(metric.StandardDeviation, words),
        Number(metric.Minimum, words),
        Number(metric.Maximum, words),
    ];

    private static TableColumn[] Columns(
        BacktestSummary backtest, List<string> metrics, EvaluationSummary evaluation, ReportWords words) =>
    [
        new(words.Say("part")),
        .. HasDates(backtest) ? [new TableColumn(words.Say("from")), new TableColumn(words.Say("to"))] : Array.Empty<TableColumn>(),
        new(words.Say("rows learned from"), true),
        new(words.Say("rows"), true),
        .. metrics.Select(name => new TableColumn(words.Metric(name), true)),
        new(words.Say($"{words.Metric(evaluation.PrimaryMetric)} of the baseline"), true),
    ];

    private static string[] Row(
        BacktestWindow window, BacktestSummary backtest, List<string> metrics, EvaluationSummary evaluation, ReportWords words) =>
    [
        words.Echo(window.Name),
        .. HasDates(backtest) ? [window.From ?? "", window.To ?? ""] : Array.Empty<string>(),
        words.Count(window.TrainingRows),
        words.Count(window.Rows),
        .. metrics.Select(name => window.Reason is null
            ? MetricText.Point(MetricText.Find(window.Metrics, name), words)
            : words.Say("not learned")),
        MetricText.Point(MetricText.Find(window.Baseline, evaluation.PrimaryMetric), words),
    ];

    private static bool HasDates(BacktestSummary backtest) => backtest.Windows.Any(window => window.From is not null);

    private static string Number(double? value, ReportWords words) => value is { } number ? words.Number(number) : "";
}
