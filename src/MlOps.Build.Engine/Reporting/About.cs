using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting;

/// <summary>What the model is and how good, in two sentences.</summary>
internal static class About
{
    public static string Of(ModelEvidence model)
    {
        var evaluation = model.Evaluation;
        var version = model.Version is { } number ? $"Version {number}. " : "";
        return $"{version}Predicts {evaluation.Label} ({Task(evaluation)}) with {model.Training.Model.DisplayName}. {Main(evaluation)}";
    }

    /// <summary>The task in words.</summary>
    public static string Task(EvaluationSummary evaluation) => evaluation.Task switch
    {
        LearningTask.Binary => "binary classification",
        LearningTask.Multiclass => $"classification into {evaluation.Classes.Count} classes",
        _ => "regression",
    };

    private static string Main(EvaluationSummary evaluation)
    {
        var metric = MetricText.Find(evaluation.Metrics, evaluation.PrimaryMetric);
        var baseline = evaluation.References.FirstOrDefault(reference => reference.Name == "baseline");
        var naive = MetricText.Find(baseline?.Metrics ?? [], evaluation.PrimaryMetric);
        var against = naive?.Value is { } value ? $", the naive baseline {NumberText.Of(value)}" : "";
        var words = MetricWords.Of(evaluation.PrimaryMetric);
        var capital = words[..1].ToUpperInvariant() + words[1..];
        return $"{capital} on {NumberText.Count(evaluation.Rows)} test rows: {MetricText.Of(metric)}{against}.";
    }
}
