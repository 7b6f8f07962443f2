using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>What an expression may speak of in this project; known before anything runs.</summary>
internal sealed record GateScope
{
    public required LearningTask Task { get; init; }

    /// <summary>The metrics of the model over all test rows, in order.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Names of the models on the same rows: <c>baseline</c>, <c>champion</c>, compared trainers.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The names of what makes slices, such as <c>Speed</c> or <c>Site x Speed</c>; null when they are not known.</summary>
    public IReadOnlyList<string>? SliceColumns { get; init; }

    /// <summary>The names of what makes groups that are compared for fairness; null when they are not known.</summary>
    public IReadOnlyList<string>? FairnessColumns { get; init; }

    /// <summary>Whether the configuration asks for a backtest; null when that is not known.</summary>
    public bool? HasBacktest { get; init; }

    /// <summary>Confidence of every interval, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What a configuration will give, before data are read.</summary>
    public static GateScope Of(TrainingConfig config) => new()
    {
        Task = config.Task,
        Metrics = NamesOf(MetricSet.Of(config.Task, config.Evaluation, config.Split.Method == SplitMethod.Time, config.Intervals is not null)),
        References = WellKnown.Concat(config.CompareWith.Select(ReferenceName)).Concat(AskedFor(config.Evaluation)).Distinct().ToList(),
        SliceColumns = [.. config.Evaluation.Slices.Select(slice => slice.Name)],
        FairnessColumns = [.. config.Evaluation.Fairness.Select(slice => slice.Name)],
        HasBacktest = config.Evaluation.Backtest is not null,
        Confidence = config.Evaluation.Confidence,
    };

    /// <summary>What an evaluation gave.</summary>
    public static GateScope Of(EvaluationSummary evaluation) => new()
    {
        Task = evaluation.Task,
        Metrics = NamesOf(MetricSet.Usual(evaluation.Task)).Union(evaluation.Metrics.Select(metric => metric.Name)).ToList(),
        References = WellKnown.Union(evaluation.References.Select(reference => reference.Name)).ToList(),
        Confidence = evaluation.Confidence,
    };

    private static List<string> NamesOf(IReadOnlyList<MetricDefinition> metrics) => [.. metrics.Select(metric => metric.Name)];

    private static IReadOnlyList<string> WellKnown => ["baseline", "champion"];

    private static IEnumerable<string> AskedFor(EvaluationConfig evaluation) =>
        evaluation.Baselines.Select(baseline => baseline.Name).Concat(evaluation.ShuffledLabels ? [ShuffledLabels.Reference] : []);

    private static string ReferenceName(string trainer) => trainer.Replace('-', '_');
}
