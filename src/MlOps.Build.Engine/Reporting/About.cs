using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting;

/// <summary>What the model is and how good, in two sentences; before them, what it changes against the champion.</summary>
internal static class About
{
    public static string Of(ModelEvidence model, ReportWords words)
    {
        var evaluation = model.Evaluation;
        var trainer = words.Echo(model.Training.Model.DisplayName);
        return words.Sentences(
            model.Version is { } number ? words.Say($"Version {number}.") : "",
            model.Change is { Reasons: not null } change ? VersionLine.Of(change, words) : "",
            words.Say($"Predicts {evaluation.Label} ({Task(evaluation, words)}) with {trainer}."),
            Main(evaluation, words));
    }

    /// <summary>The task in words.</summary>
    public static string Task(EvaluationSummary evaluation, ReportWords words) => evaluation.Task switch
    {
        LearningTask.Binary => words.Say("binary classification"),
        LearningTask.Multiclass => words.Say($"classification into {evaluation.Classes.Count} classes"),
        _ => words.Say("regression"),
    };

    private static string Main(EvaluationSummary evaluation, ReportWords words)
    {
        var metric = MetricText.Of(MetricText.Find(evaluation.Metrics, evaluation.PrimaryMetric), words);
        var name = ReportWords.Capital(words.Metric(evaluation.PrimaryMetric));
        var baseline = evaluation.References.FirstOrDefault(reference => reference.Name == ReferenceEvaluation.Baseline);
        var naive = MetricText.Find(baseline?.Metrics ?? [], evaluation.PrimaryMetric);
        return naive?.Value is { } value
            ? words.Say($"{name} on {evaluation.Rows} test rows: {metric}, the naive baseline {words.Number(value)}.")
            : words.Say($"{name} on {evaluation.Rows} test rows: {metric}.");
    }
}
