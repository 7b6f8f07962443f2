using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The metrics that a model is judged by.</summary>
internal static class MetricSet
{
    private static readonly string[] Binary =
    [
        "pr_auc", "auc", "log_loss", "brier", "accuracy", "balanced_accuracy", "precision", "recall", "specificity", "f1", "mcc", "kappa",
        "lift_at_10", "gain_at_10", "recall_at_precision_90", "ece", "ece_mass",
    ];

    private static readonly string[] Multiclass =
    [
        "log_loss", "accuracy", "balanced_accuracy", "top_2_accuracy", "macro_f1", "weighted_f1", "auc_ovr", "auc_ovo", "mcc", "kappa",
    ];

    private static readonly string[] Intervals = ["interval_coverage", "interval_width"];

    private static readonly string[] Regression = ["rmse", "mae", "r2", "median_ae", "max_error", "mape", "smape"];

    /// <summary>The metrics that every model of a task is judged by.</summary>
    public static IReadOnlyList<MetricDefinition> Usual(LearningTask task) => Named(task switch
    {
        LearningTask.Binary => Binary,
        LearningTask.Multiclass => Multiclass,
        _ => Regression,
    });

    /// <summary>The metrics of a ranking, the usual ones, then those that the configuration adds.</summary>
    /// <param name="task">The learning task.</param>
    /// <param name="config">What is added; names that no metric has are left out, having been reported.</param>
    /// <param name="byTime">Whether rows are divided by time, so that forecasts can be compared with the naive one.</param>
    /// <param name="intervals">Whether the model gives intervals with its numbers.</param>
    public static IReadOnlyList<MetricDefinition> Of(LearningTask task, EvaluationConfig config, bool byTime, bool intervals = false)
    {
        var numbers = task == LearningTask.Regression;
        IEnumerable<string> forecast = [.. numbers && byTime ? ["mase"] : Array.Empty<string>(), .. numbers && intervals ? Intervals : []];
        var ranking = task == LearningTask.Multiclass ? [] : config.Ranking?.Metrics ?? [];
        return [.. Named(ranking).Concat(Usual(task)).Concat(Named(forecast.Concat(config.Metrics))).DistinctBy(metric => metric.Name)];
    }

    private static IReadOnlyList<MetricDefinition> Named(IEnumerable<string> names) =>
        [.. names.Select(MetricRegistry.Find).OfType<MetricDefinition>()];
}
