using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Engine.Tracking;

/// <summary>What a training tells its run.</summary>
internal static class TrainingRuns
{
    public const string TrainLoss = "train.loss";

    public const string ValidationLoss = "validation.loss";

    /// <summary>The trainer and the settings that it will use.</summary>
    public static void Begin(RunChange change, TrainingConfig config, ITrainer trainer)
    {
        if (trainer is AutoTrainer auto)
            (trainer, config) = auto.Of(config);
        change.Parameters["trainer"] = trainer.Name;
        var declared = trainer.Name == config.Trainer ? config.Hyperparameters : new Dictionary<string, double>();
        foreach (var (name, value) in HyperparameterResolver.Resolve(trainer, declared))
            change.Parameters[name] = HyperparameterResolver.Written(HyperparameterResolver.Find(trainer, name), value);
    }

    /// <summary>One step; a loss on rows that are not there is left out.</summary>
    public static void Step(RunRecord run, TrainingProgress step)
    {
        if (step.Text is not null)
            return;
        run.Metric(TrainLoss, step.TrainLoss, step.Step);
        if (!double.IsNaN(step.ValidationLoss) || double.IsNaN(step.TrainLoss))
            run.Metric(ValidationLoss, step.ValidationLoss, step.Step);
    }

    /// <summary>What came out.</summary>
    /// <param name="run">The run.</param>
    /// <param name="summary">The learned model.</param>
    /// <param name="told">Steps that were told while it learned.</param>
    public static void End(RunRecord run, TrainedModelSummary summary, IReadOnlySet<int> told)
    {
        foreach (var step in summary.Steps.Where(step => !told.Contains(step.Step)))
            Step(run, step);
        run.Add(change =>
        {
            foreach (var (name, value) in summary.Hyperparameters)
                change.Parameters.TryAdd(name, HyperparameterResolver.Written(summary.Trainer, name, value));
            change.Parameters["loss"] = summary.Loss;
            change.Parameters["stopped_early"] = summary.StoppedEarly ? "true" : "false";
        });
        run.Metric("best_step", summary.BestStep);
        run.Metric("model_bytes", summary.ModelBytes);
        foreach (var (name, value) in summary.Metrics ?? new Dictionary<string, double>())
            run.Metric(name, value);
    }

    /// <summary>
    /// The metrics of the test rows, those of what it was compared with by their names. They belong to the training; one whose model came
    /// from the cache has no run here, and the evaluation is a run of its own then.
    /// </summary>
    public static void Evaluated(
        Workspace workspace, TrainingConfig config, StageRun run, EvaluationSummary evaluation, CancellationToken cancellationToken)
    {
        if (!run.Runs.IsOn || workspace.State.Receipt(StageNames.Train) is not { } trained)
            return;
        using var tracked = run.Runs.Find(RunTags.Key, trained.Key, cancellationToken) ?? run.Runs.Start(
            StageNames.Evaluate, null, change => RunFacts.Add(change, workspace, config, StageNames.Evaluate, run.Key, cancellationToken), cancellationToken);
        Add(tracked, "", evaluation.Metrics);
        foreach (var reference in evaluation.References)
            Add(tracked, reference.Name + ".", reference.Metrics);
        if (evaluation.Threshold is { } threshold)
            tracked.Add(change => change.Tags["threshold"] = threshold.ToString("R", CultureInfo.InvariantCulture));
        tracked.Flush();
        tracked.End(RunStatus.Finished);
    }

    private static void Add(RunRecord run, string prefix, IEnumerable<MetricValue> metrics)
    {
        foreach (var metric in metrics)
        {
            if (metric.Value is { } value)
                run.Metric(prefix + metric.Name, value, 0, metric.Low, metric.High);
        }
    }
}
