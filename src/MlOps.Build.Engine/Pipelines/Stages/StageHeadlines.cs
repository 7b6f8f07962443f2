using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>What each stage says in one line.</summary>
internal static class StageHeadlines
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["pr_auc"] = "PR AUC",
        ["auc"] = "ROC AUC",
        ["log_loss"] = "log loss",
        ["accuracy"] = "accuracy",
        ["rmse"] = "RMSE",
        ["r2"] = "R²",
    };

    public static string Data(DataSummary summary, int columns)
    {
        var files = summary.Files.Count == 1 ? Path.GetFileName(summary.Files[0].Path) : $"{summary.Files.Count} files";
        var size = Invariant($"{files}: {summary.Rows:#,0} rows, {columns} columns");
        if (summary.Inferred)
            return $"{size}; contract inferred, 'dotnet build -t:MlOpsInit' writes it";
        var broken = summary.Violations.Count;
        return broken == 0
            ? $"{size}; {Count(summary.Rules, "rule holds", "rules hold")}"
            : $"{size}; {broken} of {summary.Rules} rules broken";
    }

    public static string Profile(DataProfile profile)
    {
        var size = Count(profile.Columns.Count, "column", "columns");
        var emptiest = profile.Columns.MaxBy(column => column.Missing);
        if (emptiest is not { Missing: > 0 })
            return $"{size}; no field is missing";
        var missing = profile.Columns.Sum(column => column.Missing) / ((double)profile.Rows * profile.Columns.Count);
        return Invariant($"{size}; {missing:0.0 %} of the fields missing, most in {Shown.Text(emptiest.Name)} ({emptiest.Missing / (double)profile.Rows:0.0 %})");
    }

    public static string Split(SplitSummary summary) =>
        $"{summary.Method}: {string.Join(", ", summary.Parts.Select(part => Invariant($"{Word(part.Part)} {part.Rows:#,0}")))}";

    public static string Features(FeatureSummary summary)
    {
        var made = $"{Count(summary.Columns.Count, "column", "columns")} to {Count(summary.Inputs.Count, "input", "inputs")}";
        if (summary.Excluded.Count == 0)
            return made;
        var reasons = summary.Excluded.GroupBy(column => column.Reason).OrderByDescending(group => group.Count())
            .Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ({group.Count()})");
        return $"{made}; {summary.Excluded.Count} left out: {string.Join(", ", reasons.Take(2))}";
    }

    public static string Tune(TuningSummary summary, TuningTrial best)
    {
        var failed = summary.Trials.Count(trial => trial.Value is null);
        var settings = best.Settings.Select(setting => $"{setting.Key} {AutoTrainer.Written(summary, setting.Key, setting.Value)}");
        return $"{Count(summary.Trials.Count, "trial", "trials")} by {summary.Method}{(failed > 0 ? $", {failed} failed" : "")}; "
            + $"{Words.GetValueOrDefault(summary.Metric, summary.Metric)} {Rounded(best.Value)} on {summary.JudgedOn}: {string.Join(", ", settings)}";
    }

    public static string Train(TrainedModelSummary model)
    {
        var best = model.Steps.FirstOrDefault(step => step.Step == model.BestStep, model.Steps[^1]);
        var early = model.StoppedEarly ? ", stopped early" : "";
        return $"{model.DisplayName}: {Count(model.Steps.Count, "step", "steps")}{early}, {model.Loss} {Rounded(best.ValidationLoss)}";
    }

    public static string Evaluate(EvaluationSummary summary)
    {
        var names = summary.Task switch
        {
            LearningTask.Binary => new[] { "pr_auc", "auc" },
            LearningTask.Multiclass => ["log_loss", "accuracy"],
            _ => ["rmse", "r2"],
        };
        var baseline = summary.References.FirstOrDefault(reference => reference.Name == "baseline");
        var shown = string.Join(", ", names.Select(name => Metric(summary.Metrics, name, interval: true)));
        var compared = string.Join(", ", names.Select(name => Metric(baseline?.Metrics ?? [], name, interval: false)));
        return baseline is null ? shown : $"{shown}; baseline {compared}";
    }

    public static string Backtest(BacktestSummary summary, LearningTask task)
    {
        var name = Evaluation.Metrics.MetricRegistry.Primary(task).Name;
        return summary.Metrics.FirstOrDefault(metric => metric.Name == name) is { Mean: not null } metric
            ? $"{summary.Method}: mean {Words[name]} {Rounded(metric.Mean)}, from {Rounded(metric.Minimum)} to {Rounded(metric.Maximum)}"
            : summary.Method;
    }

    public static string Gate(GateSummary summary) =>
        $"{summary.Count(Verdict.Pass)} passed, {summary.Count(Verdict.Fail)} failed, {summary.Count(Verdict.Undecided)} undecided"
        + (summary.Warnings() > 0 ? $", {Count(summary.Warnings(), "warning", "warnings")}" : "");

    private static string Metric(IReadOnlyList<MetricValue> metrics, string name, bool interval)
    {
        var metric = metrics.FirstOrDefault(candidate => candidate.Name == name);
        if (metric?.Value is not { } value)
            return interval ? $"{Words[name]} none" : "none";
        return interval && metric.Low is null ? Invariant($"{Words[name]} {Rounded(value)} (no interval)")
            : interval ? Invariant($"{Words[name]} {Rounded(value)} [{Rounded(metric.Low)}, {Rounded(metric.High)}]") : Rounded(value);
    }

    // Three significant digits are what a test split of this size can tell apart.
    private static string Rounded(double? value) => value switch
    {
        null => "-",
        { } number when Math.Abs(number) >= 100 => Invariant($"{number:#,0}"),
        { } number => Invariant($"{number:0.000}"),
    };

    private static string Word(SplitPart part) => part.ToString().ToLowerInvariant();

    public static string Package(ModelSignature signature, GoldenSet golden, long modelBytes) => Invariant(
        $"{Count(signature.Inputs.Count, "input", "inputs")}, {Count(golden.Rows.Count, "golden row", "golden rows")}, model {modelBytes / 1024.0:#,0} KB");

    private static string Count(int number, string one, string many) => Invariant($"{number:#,0} {(number == 1 ? one : many)}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
