using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>The metrics of models on the same rows, with intervals, alone and against the first.</summary>
internal sealed class MetricTable
{
    private readonly IReadOnlyList<MetricDefinition> _metrics;
    private readonly MetricOutcome[][] _outcomes;
    private readonly BootstrapDraws _draws;
    private readonly double _confidence;
    private readonly int _rows;

    private MetricTable(
        IReadOnlyList<MetricDefinition> metrics, MetricOutcome[][] outcomes, BootstrapDraws draws, double confidence, int rows)
    {
        _metrics = metrics;
        _outcomes = outcomes;
        _draws = draws;
        _confidence = confidence;
        _rows = rows;
    }

    /// <summary>Models share labels; the first is the one judged. There is at least one.</summary>
    public static MetricTable Build(IReadOnlyList<ScoredRows> models, BootstrapPlan plan, CancellationToken cancellationToken)
    {
        var first = models[0];
        var metrics = first.Metrics;
        return new MetricTable(
            metrics,
            [.. models.Select(model => Outcomes(model, metrics))],
            BootstrapDraws.Run(models, metrics, plan.Resampler(first), plan, cancellationToken),
            plan.Confidence,
            first.Count);
    }

    /// <summary>The metrics of one model.</summary>
    public IReadOnlyList<MetricValue> Values(int model) =>
        [.. _metrics.Select((metric, i) => Value(metric.Name, _outcomes[model][i], _draws[model, i]))];

    /// <summary>One model's metrics minus another's, resample by resample.</summary>
    public IReadOnlyList<MetricValue> Differences(int model, int other) =>
        [.. _metrics.Select((metric, i) => Value(metric.Name, Difference(model, other, i), Subtract(_draws[model, i], _draws[other, i])))];

    private static MetricOutcome[] Outcomes(ScoredRows model, IReadOnlyList<MetricDefinition> metrics)
    {
        var sample = new MetricSample(model);
        return [.. metrics.Select(metric => metric.Compute(sample))];
    }

    private static double[] Subtract(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var differences = new double[left.Length];
        for (var i = 0; i < left.Length; i++)
            differences[i] = left[i] - right[i];
        return differences;
    }

    private MetricOutcome Difference(int model, int other, int metric)
    {
        var (left, right) = (_outcomes[model][metric], _outcomes[other][metric]);
        return !left.IsDefined ? left
            : !right.IsDefined ? MetricOutcome.Undefined($"the reference has none: {right.Reason}")
            : left.Value - right.Value;
    }

    private MetricValue Value(string name, MetricOutcome outcome, ReadOnlySpan<double> draws)
    {
        if (!outcome.IsDefined)
            return new MetricValue { Name = name, Reason = outcome.Reason };
        if (_rows < 2)
            return new MetricValue { Name = name, Value = outcome.Value, Reason = MetricReasons.NothingToResample };
        return PercentileInterval.Of(draws, _confidence) is { } interval
            ? new MetricValue { Name = name, Value = outcome.Value, Low = interval.Low, High = interval.High }
            : new MetricValue { Name = name, Value = outcome.Value, Reason = MetricReasons.TooFewDefined };
    }
}
