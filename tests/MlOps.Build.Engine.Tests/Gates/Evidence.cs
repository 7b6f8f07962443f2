using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>Small evaluations to judge by.</summary>
internal static class Evidence
{
    public static MetricValue Metric(string name, double value, double low, double high) =>
        new() { Name = name, Value = value, Low = low, High = high };

    public static MetricValue Missing(string name, string reason) => new() { Name = name, Reason = reason };

    public static ReferenceEvaluation Reference(string name, MetricValue own, MetricValue difference) =>
        new() { Name = name, DisplayName = name, Metrics = [own], Differences = [difference] };

    public static SliceEvaluation Slice(string value, int rows, int positives, MetricValue metric) =>
        new() { Column = "Wildlife Size", Value = value, Rows = rows, Positives = positives, Metrics = [metric] };

    /// <summary>A binary model: AUC 0.774 [0.748, 0.799], 0.274 [0.247, 0.301] above the baseline.</summary>
    public static EvaluationSummary Binary() => new()
    {
        Task = LearningTask.Binary,
        Label = "Damaged",
        Classes = ["no", "yes"],
        Rows = 1500,
        PrimaryMetric = "pr_auc",
        Threshold = 0.5,
        Confidence = 0.95,
        Resamples = 1000,
        Metrics = [Metric("auc", 0.774, 0.748, 0.799), Metric("pr_auc", 0.292, 0.25, 0.34), Metric("brier", 0.08, 0.07, 0.09)],
        References =
        [
            Reference("baseline", Metric("auc", 0.5, 0.5, 0.5), Metric("auc", 0.274, 0.247, 0.301)),
            Reference("logistic_regression", Metric("auc", 0.77, 0.744, 0.796), Metric("auc", 0.004, -0.006, 0.013))
                with { OverBaseline = [Metric("auc", 0.27, 0.243, 0.297)] },
        ],
        Slices =
        [
            Slice("Small", 900, 60, Metric("auc", 0.75, 0.70, 0.80)),
            Slice("Large", 300, 80, Metric("auc", 0.71, 0.64, 0.78)),
            Slice("Medium", 280, 20, Missing("auc", "only one class")),
        ],
    };

    public static GateFacts Facts(EvaluationSummary? evaluation = null) => new() { Evaluation = evaluation ?? Binary() };

    /// <summary>The verdict on one expression.</summary>
    public static GateItem Judge(string expression, EvaluationSummary? evaluation = null)
    {
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", $"- [ ] An item `{expression}`\n", diagnostics);
        diagnostics.ShouldBeEmpty();
        var gate = GateJudge.Judge(checklist!, Facts(evaluation), diagnostics);
        diagnostics.ShouldBeEmpty();
        return gate!.Items.ShouldHaveSingleItem();
    }

    /// <summary>The only mistake that is found in an expression, as <c>(line,column): code</c>, and its message.</summary>
    public static Diagnostic Mistake(string expression, EvaluationSummary? evaluation = null)
    {
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", $"- [ ] `{expression}`\n", diagnostics);
        if (checklist is not null)
            GateJudge.Judge(checklist, Facts(evaluation), diagnostics).ShouldBeNull();
        return diagnostics.ShouldHaveSingleItem();
    }
}
