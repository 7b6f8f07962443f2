using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Thresholds;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Trains a trial's settings and gives them the metric, or the reason why there is none. Safe for concurrent use.</summary>
internal sealed class TrialJudge(TuningInput input, IReadOnlyList<TrialRows> divisions, CancellationToken cancellationToken)
{
    /// <summary>The trial with its result: the mean over the divisions.</summary>
    public TuningTrial Judge(TuningTrial trial, int threads)
    {
        var config = ConfigOf(trial);
        var values = new double[divisions.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var metric = Value(config, divisions[i], threads);
            if (metric.Value is not { } value)
                return trial with { Reason = divisions[i].Name.Length == 0 ? metric.Reason : $"{divisions[i].Name}: {metric.Reason}" };
            values[i] = value;
        }

        return trial with { Value = FixedSum.Sum(values) / values.Length, Folds = values.Length > 1 ? values : null };
    }

    // Calibration is fitted on the validation rows, which would then judge themselves; it does not change the order of probabilities.
    // Intervals change no prediction.
    private TrainingConfig ConfigOf(TuningTrial trial)
    {
        var settings = new Dictionary<string, double>(input.Config.Hyperparameters, StringComparer.Ordinal);
        foreach (var (name, value) in trial.Settings)
            settings[name] = value;
        if (trial.Budget is { } rounds)
            settings[RoundBudget.SettingOf(input.Trainer)!.Name] = rounds;
        return input.Config with { Hyperparameters = settings, Calibration = null, Intervals = null };
    }

    private MetricValue Value(TrainingConfig config, TrialRows rows, int threads)
    {
        var name = rows.Context.Metrics![0].Name;
        var found = new DiagnosticBag();
        try
        {
            return Scored(config, rows, threads, found) is { } scored
                ? PointMetrics.Of(scored)[0]
                : new MetricValue { Name = name, Reason = Reason(found) };
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException) && !IoFailure.Knows(exception))
        {
            return new MetricValue { Name = name, Reason = exception.Message.ReplaceLineEndings(" ") };
        }
    }

    private ScoredRows? Scored(TrainingConfig config, TrialRows rows, int threads, DiagnosticBag found)
    {
        var classes = rows.Parts.Classes;
        if (ModelTrainer.Train(input.Trainer, config, rows.Parts, threads, found, null, cancellationToken) is not { } trained)
            return null;
        var head = HeadScorer.Load(trained.Model);
        var threshold = ModelThreshold.Of(
            config, classes, rows.ValidationLabels, () => head.Score(rows.Parts.Validation.Features), rows.ValidationWeights, found);
        return threshold is null
            ? null
            : new ScoredRows(config.Task, classes.Count, rows.Labels, head.Score(rows.Held), threshold.Value, rows.Context);
    }

    private static string Reason(DiagnosticBag found) =>
        found.FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error)?.Message ?? "nothing could be learned";
}
