using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Thresholds;

/// <summary>The threshold of a model by the configuration: given, from costs, or chosen on the validation rows.</summary>
internal static class ModelThreshold
{
    /// <summary>Null, with an error, when the validation rows cannot choose one.</summary>
    /// <param name="config">Says how.</param>
    /// <param name="classes">Class names, the positive one last.</param>
    /// <param name="labels">Class indices of the validation rows.</param>
    /// <param name="scores">The model's probabilities of the validation rows; asked for only when they are needed.</param>
    /// <param name="weights">How much each validation row counts; null when all count the same.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static double? Of(
        TrainingConfig config, IReadOnlyList<string> classes, float[] labels, Func<float[]> scores, double[]? weights, DiagnosticBag diagnostics)
    {
        if (config.Evaluation.ThresholdMetric is not { } name || ThresholdChoice.Metric(name) is not { } metric)
            return config.Evaluation.Threshold;
        foreach (var (index, className) in classes.Index())
        {
            if (Array.IndexOf(labels, index) >= 0)
                continue;
            diagnostics.Error(
                EvaluationCodes.ThresholdNotChosen,
                $"'evaluation.threshold' cannot be chosen for {name}: none of the {labels.Length} validation rows has '{config.Label.Name}' = '{className}'. "
                + "Give 'split' a larger validation part, or write 'threshold: 0.5'.",
                config.PositionOf("evaluation.threshold"));
            return null;
        }

        return ThresholdChoice.Best(metric, new ScoredRows(LearningTask.Binary, 2, labels, scores(), config.Evaluation.Threshold, new RowContext { Weights = weights }));
    }
}
