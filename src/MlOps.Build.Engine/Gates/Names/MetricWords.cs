namespace MlOps.Build.Engine.Gates.Names;

/// <summary>What a metric is called in reports, which way is better, and where the report shows it.</summary>
internal static class MetricWords
{
    private static readonly Dictionary<string, (string Words, bool LowerIsBetter, string Section)> Known = new()
    {
        ["auc"] = ("ROC AUC", false, "roc"),
        ["pr_auc"] = ("PR AUC", false, "pr"),
        ["log_loss"] = ("log loss", true, "metrics"),
        ["brier"] = ("Brier score", true, "calibration"),
        ["accuracy"] = ("accuracy", false, "confusion"),
        ["precision"] = ("precision", false, "confusion"),
        ["recall"] = ("recall", false, "confusion"),
        ["f1"] = ("F1", false, "confusion"),
        ["macro_f1"] = ("macro F1", false, "confusion"),
        ["rmse"] = ("RMSE", true, "residuals"),
        ["mae"] = ("MAE", true, "residuals"),
        ["r2"] = ("R\u00B2", false, "residuals"),
    };

    public static string Of(string metric) => Known.TryGetValue(metric, out var known) ? known.Words : metric.Replace('_', ' ');

    public static bool LowerIsBetter(string metric) => Known.TryGetValue(metric, out var known) && known.LowerIsBetter;

    /// <summary>The id of the section of <c>report.html</c> that is about the metric.</summary>
    public static string Section(string metric) => Known.TryGetValue(metric, out var known) ? known.Section : "metrics";
}
