using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates;

/// <summary>
/// The checklist of a project that has none. It asks for what every model must show, with no number that depends on the data:
/// better than the naive baseline and not worse than the champion, both by the paired interval; probabilities that carry information by two
/// proper scoring rules (Gneiting and Raftery, 2007); no group at chance; and a reader. Size and latency are warnings, because what is too
/// much depends on where the model goes.
/// </summary>
internal static class DefaultChecklist
{
    /// <summary>The checklist's Markdown. Each column of <paramref name="sliceColumns"/> gets an item of its own.</summary>
    public static string For(LearningTask task, IReadOnlyList<string> sliceColumns, double confidence = 0.95, bool shuffled = false, ForecastItems forecast = ForecastItems.None)
    {
        var at = $"@ {NumberText.Percent(confidence)}";
        var (metric, words) = Primary(task);
        var lower = Names.MetricWords.LowerIsBetter(metric);
        string[] lines =
        [
            "# Validation checklist",
            "",
            "An item that ends in a code span is checked by the build; any other is signed off by a person, by ticking its box.",
            "",
            $"- [ ] Better than the naive baseline, by {words} `{metric} - baseline.{metric} {(lower ? "< 0" : "> 0")} {at}`",
            .. Extra(task, at),
            .. Forecast(forecast, at),
            .. shuffled ? [Shuffled(task)] : Array.Empty<string>(),
            .. sliceColumns.Where(CanQuote).Select(column => Slice(task, column)),
            $"- [ ] Not worse than the champion `{NotWorse(task)} {at} when champion`",
            "- [ ] Small enough for most uses `warn: size <= 100MB`",
            "- [ ] Answers fast enough for most uses `warn: latency.p99 <= 100ms`",
            "- [ ] The model's owner has read the report",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static (string Metric, string Words) Primary(LearningTask task) => task switch
    {
        LearningTask.Binary => ("pr_auc", "area under the precision-recall curve"),
        LearningTask.Multiclass => ("log_loss", "log loss"),
        _ => ("rmse", "root mean squared error"),
    };

    private static IEnumerable<string> Extra(LearningTask task, string at) => task switch
    {
        LearningTask.Binary =>
        [
            $"- [ ] Ranks better than chance `auc > 0.5 {at}`",
            "- [ ] Probabilities say more than the base rate, by Brier score and log loss "
                + $"`brier - baseline.brier < 0 {at} and log_loss - baseline.log_loss < 0 {at}`",
        ],
        LearningTask.Multiclass =>
        [
            $"- [ ] Right more often than the majority class `accuracy - baseline.accuracy > 0 {at}`",
            $"- [ ] Rare classes are not given up `macro_f1 - baseline.macro_f1 > 0 {at}`",
        ],
        _ =>
        [
            $"- [ ] Explains some of the variance of the test rows themselves `r2 > 0 {at}`",
            $"- [ ] Closer than the baseline in the typical row too, not in a few large ones alone `mae - baseline.mae < 0 {at}`",
        ],
    };

    // Below 1 is better than repeating the value of one season ago (Hyndman and Koehler, 2006).
    private static IEnumerable<string> Forecast(ForecastItems items, string at)
    {
        if (items >= ForecastItems.TestRows)
            yield return $"- [ ] Closer than the naive forecast, which repeats the value of one season ago `mase < 1 {at}`";
        if (items >= ForecastItems.Windows)
            yield return "- [ ] And so on average over the windows of the backtest `mean(windows().mase) < 1`";
    }

    // One draw of labels is not quite chance: a smooth model of them may follow what the true ones follow, or its opposite.
    private static string Shuffled(LearningTask task) => "- [ ] Trained on shuffled labels, nothing is predicted " + task switch
    {
        LearningTask.Binary => "`shuffled.auc <= 0.6`",
        LearningTask.Multiclass => "`shuffled.accuracy <= baseline.accuracy + 0.1`",
        _ => "`shuffled.r2 <= 0.1`",
    };

    private static string Slice(LearningTask task, string column) => task switch
    {
        LearningTask.Binary => $"- [ ] No large group of {ItemProse(column)} is ranked at chance "
            + $"`min(slices(\"{column}\", positives: 30).auc) > 0.5`",
        LearningTask.Multiclass => $"- [ ] No large group of {ItemProse(column)} does worse than the baseline does overall "
            + $"`min(slices(\"{column}\", rows: 100).accuracy) >= baseline.accuracy`",
        _ => $"- [ ] No large group of {ItemProse(column)} is off by twice the overall error "
            + $"`max(slices(\"{column}\", rows: 100).rmse) <= 2 * rmse`",
    };

    // Metrics without a unit, so that the margin means the same whatever the data.
    private static string NotWorse(LearningTask task) => task switch
    {
        LearningTask.Binary => "auc - champion.auc >= -0.01",
        LearningTask.Multiclass => "accuracy - champion.accuracy >= -0.01",
        _ => "r2 - champion.r2 >= -0.01",
    };

    private static bool CanQuote(string column) => column.Length > 0 && !column.Any(c => c is '"' or '`' || char.IsControl(c));

    private static string ItemProse(string column) =>
        string.Concat(column.Select(c => "\\`*_{}[]<>()#+-.!|&~".Contains(c) ? "\\" + c : c.ToString()));
}
