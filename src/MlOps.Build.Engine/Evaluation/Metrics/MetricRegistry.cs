using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Every metric by task, in the order of reports.</summary>
internal static class MetricRegistry
{
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Higher("pr_auc", "PR AUC", BinaryMetrics.AveragePrecision, LearningTask.Binary),
        Higher("auc", "ROC AUC", BinaryMetrics.Auc, LearningTask.Binary),
        Lower("log_loss", "Log loss", ClassMetrics.LogLoss, LearningTask.Binary, LearningTask.Multiclass),
        Lower("brier", "Brier score", BinaryMetrics.Brier, LearningTask.Binary),
        Higher("accuracy", "Accuracy", ClassMetrics.Accuracy, LearningTask.Binary, LearningTask.Multiclass),
        Higher("precision", "Precision", BinaryMetrics.Precision, LearningTask.Binary),
        Higher("recall", "Recall", BinaryMetrics.Recall, LearningTask.Binary),
        Higher("f1", "F1", BinaryMetrics.F1, LearningTask.Binary),
        Higher("macro_f1", "Macro F1", ClassMetrics.MacroF1, LearningTask.Multiclass),
        Lower("rmse", "RMSE", RegressionMetrics.Rmse, LearningTask.Regression),
        Lower("mae", "MAE", RegressionMetrics.Mae, LearningTask.Regression),
        Higher("r2", "R²", RegressionMetrics.R2, LearningTask.Regression),
    ];

    /// <summary>The metrics of a task.</summary>
    public static IReadOnlyList<MetricDefinition> For(LearningTask task) => [.. All.Where(metric => metric.Tasks.Contains(task))];

    /// <summary>The metric of that name in expressions; null when there is none.</summary>
    public static MetricDefinition? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>
    /// The metric of headlines and importances. PR AUC because rare positives hide in ROC AUC (Saito and Rehmsmeier, 2015); log loss
    /// because it is proper and needs no threshold; RMSE because it has the label's unit.
    /// </summary>
    public static MetricDefinition Primary(LearningTask task) => Find(task switch
    {
        LearningTask.Binary => "pr_auc",
        LearningTask.Multiclass => "log_loss",
        _ => "rmse",
    })!;

    private static MetricDefinition Higher(
        string name, string display, Func<MetricSample, MetricOutcome> compute, params LearningTask[] tasks) =>
        Define(name, display, MetricDirection.HigherIsBetter, compute, tasks);

    private static MetricDefinition Lower(
        string name, string display, Func<MetricSample, MetricOutcome> compute, params LearningTask[] tasks) =>
        Define(name, display, MetricDirection.LowerIsBetter, compute, tasks);

    private static MetricDefinition Define(
        string name, string display, MetricDirection direction, Func<MetricSample, MetricOutcome> compute, LearningTask[] tasks) =>
        new() { Name = name, DisplayName = display, Tasks = tasks, Direction = direction, Compute = compute };
}
