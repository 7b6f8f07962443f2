using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Thresholds;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that the metrics named in a configuration exist, judge the task, and have what they need.</summary>
internal static class MetricNameChecker
{
    public static void Check(TrainingConfig config, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < config.Evaluation.Metrics.Count; i++)
            Check(config.Evaluation.Metrics[i], "evaluation.metrics", config, config.PositionOf($"evaluation.metrics[{i}]"), diagnostics);
        if (config.Tuning?.Metric is { } tuned)
            Check(tuned, "tuning.metric", config, config.PositionOf("tuning.metric"), diagnostics);
        if (config.Evaluation.ThresholdMetric is { } metric)
            CheckThreshold(metric, config, diagnostics);
    }

    /// <summary>The names that a metric of the task may have, families by one of their members.</summary>
    public static IEnumerable<string> Known(LearningTask task) => MetricRegistry.All
        .Where(metric => metric.Tasks.Contains(task)).Select(metric => metric.Name)
        .Concat(MetricFamilies.All.Where(family => family.Tasks.Contains(task)).Select(family => family.Example));

    private static void Check(string name, string setting, TrainingConfig config, SourcePosition position, DiagnosticBag diagnostics)
    {
        var task = config.Task.ToString().ToLowerInvariant();
        if (MetricRegistry.Find(name) is not { } metric)
            diagnostics.Error(EvaluationCodes.UnknownMetric, $"'{name}' in '{setting}' is not a metric.{Hint(name, config.Task)}", position);
        else if (!metric.Tasks.Contains(config.Task))
            diagnostics.Error(EvaluationCodes.UnknownMetric, $"'{name}' does not judge a {task} task.{Hint(name, config.Task)}", position);
        else if (metric.NeedsLists && config.Evaluation.Ranking is null)
            diagnostics.Error(EvaluationCodes.MetricNeedsSetting, $"'{name}' judges the order within lists, and nothing says which rows form one. Add 'ranking: {{ group: … }}' to 'evaluation', the column that names the list.", position);
        else if (name.StartsWith("interval_", StringComparison.Ordinal) && (config.Intervals is null || setting == "tuning.metric"))
            diagnostics.Error(EvaluationCodes.MetricNeedsSetting, $"'{name}' judges the intervals of the model, and {(config.Intervals is null ? "it gives none. Add 'intervals: { method: conformal }'." : "trials have none. Use 'rmse'.")}", position);
        else if (name == "mase" && config.Split.Method != SplitMethod.Time)
            diagnostics.Error(EvaluationCodes.MetricNeedsSetting, "'mase' compares with a forecast from earlier rows, and 'split' is not by time. Write 'split: { by: time, column: … }', or use 'mae'.", position);
    }

    private static void CheckThreshold(string name, TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (config.Task == LearningTask.Binary && ThresholdChoice.Metric(name) is not null)
            return;
        var why = config.Task == LearningTask.Binary
            ? $"'{name}' is no metric that a threshold balances. Use one of {string.Join(", ", ThresholdChoice.Metrics)}."
            : "only a binary task has a threshold. Remove 'evaluation.threshold'.";
        diagnostics.Error(EvaluationCodes.ThresholdNotChosen, $"'evaluation.threshold' cannot be chosen on the validation rows: {why}", config.PositionOf("evaluation.threshold"));
    }

    private static string Hint(string name, LearningTask task)
    {
        var range = MetricFamilies.All.FirstOrDefault(family => family.Tasks.Contains(task) && family.HasForm(name));
        if (range is not null)
            return $" '{range.Pattern}' takes {range.Range}, with 'p' for a decimal point.";
        var hint = DidYouMean.Sentence(name, Known(task));
        return hint.Length > 0 ? hint : $" Metrics: {string.Join(", ", Known(task))}.";
    }
}
