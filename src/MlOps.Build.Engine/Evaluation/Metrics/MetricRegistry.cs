using System.Collections.Concurrent;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Every metric by task, in the order of reports.</summary>
internal static class MetricRegistry
{
    private const LearningTask Binary = LearningTask.Binary;
    private const LearningTask Multiclass = LearningTask.Multiclass;
    private const LearningTask Regression = LearningTask.Regression;

    // A family's members must be the same objects every time: what rows derive for a metric is kept by its functions.
    private static readonly ConcurrentDictionary<string, MetricDefinition?> Members = new(StringComparer.Ordinal);

    /// <summary>The metrics without a number in their names; <see cref="MetricFamilies"/> has the others.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Higher("pr_auc", "PR AUC", "pr", BinaryMetrics.AveragePrecision, Binary),
        Higher("auc", "ROC AUC", "roc", BinaryMetrics.Auc, Binary),
        Lower("log_loss", "Log loss", "metrics", ClassMetrics.LogLoss, Binary, Multiclass),
        Lower("brier", "Brier score", "calibration", BinaryMetrics.Brier, Binary),
        Higher("accuracy", "Accuracy", "confusion", ClassMetrics.Accuracy, Binary, Multiclass),
        Higher("balanced_accuracy", "Balanced accuracy", "confusion", ClassMetrics.BalancedAccuracy, Binary, Multiclass),
        Higher("precision", "Precision", "confusion", BinaryMetrics.Precision, Binary),
        Higher("recall", "Recall", "confusion", BinaryMetrics.Recall, Binary),
        Higher("specificity", "Specificity", "confusion", BinaryMetrics.Specificity, Binary),
        Higher("f1", "F1", "confusion", BinaryMetrics.F1, Binary),
        Higher("macro_f1", "Macro F1", "confusion", ClassMetrics.MacroF1, Multiclass),
        Higher("micro_f1", "Micro F1", "confusion", ClassMetrics.Accuracy, Multiclass),
        Higher("weighted_f1", "Weighted F1", "confusion", ClassMetrics.WeightedF1, Multiclass),
        Higher("mcc", "Matthews correlation", "confusion", AgreementMetrics.Matthews, Binary, Multiclass),
        Higher("kappa", "Cohen's kappa", "confusion", AgreementMetrics.Kappa, Binary, Multiclass),
        Higher("youden", "Youden's J", "confusion", BinaryMetrics.Youden, Binary),
        Higher("auc_ovr", "AUC one against the rest", "roc", sample => PairwiseAuc.OneVersusRest(sample, false), Multiclass),
        Higher("auc_ovr_weighted", "AUC one against the rest (weighted)", "roc", sample => PairwiseAuc.OneVersusRest(sample, true), Multiclass),
        Higher("auc_ovo", "AUC one against one", "roc", sample => PairwiseAuc.OneVersusOne(sample, false), Multiclass),
        Higher("auc_ovo_weighted", "AUC one against one (weighted)", "roc", sample => PairwiseAuc.OneVersusOne(sample, true), Multiclass),
        // A sum of absolute values is too large by its noise, and a resample has noise on noise: 26 to 65 % of intervals would cover.
        Lower("ece", "Calibration error", "calibration", sample => CalibrationMetrics.EqualWidth(sample, CalibrationMetrics.Bins), Binary)
            with { NoInterval = MetricReasons.Biased },
        Lower("ece_mass", "Calibration error (equal mass)", "calibration",
            sample => CalibrationMetrics.EqualMass(sample, CalibrationMetrics.Bins), Binary) with { NoInterval = MetricReasons.Biased },
        Lower("rmse", "RMSE", "residuals", RegressionMetrics.Rmse, Regression),
        Lower("mae", "MAE", "residuals", RegressionMetrics.Mae, Regression),
        Higher("r2", "R²", "residuals", RegressionMetrics.R2, Regression),
        Lower("median_ae", "Median absolute error", "residuals", RegressionMetrics.MedianError, Regression),
        // The bootstrap is inconsistent for extremes (Bickel and Freedman, 1981): the upper limit would never be above what was seen.
        Lower("max_error", "Largest error", "residuals", RegressionMetrics.MaxError, Regression) with
        {
            NoInterval = MetricReasons.Extreme,
            NoPairedInterval = MetricReasons.Extreme,
        },
        Lower("mape", "MAPE", "residuals", RegressionMetrics.Mape, Regression),
        Lower("smape", "sMAPE", "residuals", RegressionMetrics.Smape, Regression),
        Lower("mase", "MASE", "residuals", RegressionMetrics.Mase, Regression),
        Higher("interval_coverage", "Coverage of the intervals", "training", IntervalMetrics.Coverage, Regression),
        Lower("interval_width", "Width of the intervals", "training", IntervalMetrics.Width, Regression),
        Lower("rmsle", "RMSLE", "residuals", RegressionMetrics.Rmsle, Regression),
        Lower("poisson_deviance", "Poisson deviance", "residuals", MetricFamilies.Find("tweedie_1")!.Compute, Regression),
    ];

    /// <summary>The usual metrics of a task.</summary>
    public static IReadOnlyList<MetricDefinition> For(LearningTask task) => MetricSet.Usual(task);

    /// <summary>The metric of that name in expressions; null when there is none.</summary>
    public static MetricDefinition? Find(string name) =>
        Members.GetOrAdd(name, static name => All.FirstOrDefault(metric => metric.Name == name) ?? MetricFamilies.Find(name));

    /// <summary>
    /// The metric of headlines and importances. PR AUC because rare positives hide in ROC AUC (Saito and Rehmsmeier, 2015); log loss
    /// because it is proper and needs no threshold; RMSE because it has the label's unit.
    /// </summary>
    public static MetricDefinition Primary(LearningTask task) => Find(task switch
    {
        Binary => "pr_auc",
        Multiclass => "log_loss",
        _ => "rmse",
    })!;

    private static MetricDefinition Higher(
        string name, string display, string section, Func<MetricSample, MetricOutcome> compute, params LearningTask[] tasks) => new()
        {
            Name = name,
            DisplayName = display,
            Tasks = tasks,
            Direction = MetricDirection.HigherIsBetter,
            Section = section,
            Compute = compute,
        };

    private static MetricDefinition Lower(
        string name, string display, string section, Func<MetricSample, MetricOutcome> compute, params LearningTask[] tasks) =>
        Higher(name, display, section, compute, tasks) with { Direction = MetricDirection.LowerIsBetter };
}
