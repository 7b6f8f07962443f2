using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>The metrics of models on the same rows, with intervals, alone and against the first.</summary>
internal sealed class MetricTable
{
    private readonly IReadOnlyList<MetricDefinition> _metrics;
    private readonly MetricOutcome[][] _outcomes;
    private readonly BootstrapDraws _draws;
    private readonly BootstrapDraws? _jackknife;
    private readonly int[] _strata;
    private readonly BootstrapPlan _plan;
    private readonly double _confidence;
    private readonly int _rows;

    private MetricTable(IReadOnlyList<ScoredRows> models, IReadOnlyList<MetricDefinition> metrics, BootstrapPlan plan, CancellationToken cancellationToken)
    {
        _metrics = metrics;
        _plan = plan;
        _confidence = plan.Expanded(models[0]);
        _rows = models[0].Count;
        _outcomes = [.. models.Select(model => Outcomes(model, metrics))];
        _draws = BootstrapDraws.Run(models, metrics, plan, cancellationToken);
        _strata = [];
        if (plan.Interval == IntervalMethod.Percentile)
            return;
        var units = plan.Units(models[0]);
        _strata = units.Strata;
        _jackknife = BootstrapDraws.LeaveOut(units, models, metrics, plan.Threads, cancellationToken);
    }

    /// <summary>Models share labels; the first is the one judged. There is at least one.</summary>
    public static MetricTable Build(IReadOnlyList<ScoredRows> models, BootstrapPlan plan, CancellationToken cancellationToken)
    {
        var first = models[0];
        return new MetricTable(models, first.Metrics, plan.For(first), cancellationToken);
    }

    /// <summary>The metrics of one model.</summary>
    public IReadOnlyList<MetricValue> Values(int model) =>
    [
        .. _metrics.Select((metric, i) =>
            Value(metric.Name, metric.NoInterval, _outcomes[model][i], _draws[model, i], _jackknife is null ? [] : _jackknife[model, i])),
    ];

    /// <summary>One model's metrics minus another's, resample by resample.</summary>
    public IReadOnlyList<MetricValue> Differences(int model, int other) =>
    [
        .. _metrics.Select((metric, i) => Value(
            metric.Name,
            metric.NoPairedInterval,
            Difference(model, other, i),
            Subtract(_draws[model, i], _draws[other, i]),
            _jackknife is null ? [] : Subtract(_jackknife[model, i], _jackknife[other, i]))),
    ];

    /// <summary>One model's metrics divided by another's, resample by resample.</summary>
    public IReadOnlyList<MetricValue> Ratios(int model, int other) =>
    [
        .. _metrics.Select((metric, i) => Value(
            metric.Name,
            metric.NoPairedInterval,
            Ratio(model, other, i),
            PairedDraws.Ratios(_draws[model, i], _draws[other, i]),
            _jackknife is null ? [] : PairedDraws.Ratios(_jackknife[model, i], _jackknife[other, i]))),
    ];

    /// <summary>Share of the resamples with both metrics in which the model is worse than the other, by metric; NaN when there are none.</summary>
    public IReadOnlyList<(string Metric, double Share)> WorseShares(int model, int other) =>
        [.. _metrics.Select((metric, i) => (metric.Name, PairedDraws.WorseShare(metric, _draws[model, i], _draws[other, i])))];

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

    private MetricOutcome Ratio(int model, int other, int metric)
    {
        var difference = Difference(model, other, metric);
        if (!difference.IsDefined)
            return difference;
        return PairedDraws.AllAbove0(_outcomes[other][metric].Value, _draws[other, metric])
            ? _outcomes[model][metric].Value / _outcomes[other][metric].Value
            : MetricOutcome.Undefined(MetricReasons.RatioOfNothing);
    }

    private MetricOutcome Difference(int model, int other, int metric)
    {
        var (left, right) = (_outcomes[model][metric], _outcomes[other][metric]);
        return !left.IsDefined ? left
            : !right.IsDefined ? MetricOutcome.Undefined($"the reference has none: {right.Reason}")
            : left.Value - right.Value;
    }

    private MetricValue Value(
        string metric, string? obstacle, MetricOutcome outcome, ReadOnlySpan<double> draws, ReadOnlySpan<double> jackknife)
    {
        if (!outcome.IsDefined)
            return new MetricValue { Name = metric, Reason = outcome.Reason };
        var value = new MetricValue { Name = metric, Value = outcome.Value };
        if ((obstacle ?? Obstacle()) is { } reason)
            return value with { Reason = reason };
        return Interval(draws, outcome.Value, jackknife) is { } interval
            ? value with { Low = interval.Low, High = interval.High }
            : value with { Reason = MetricReasons.TooFewDefined };
    }

    private string? Obstacle() =>
        _rows < 2 ? MetricReasons.NothingToResample
        : _plan.Sampling.Method == Resampling.Groups && Array.TrueForAll(_plan.Sampling.Groups, group => group == _plan.Sampling.Groups[0])
            ? MetricReasons.OneGroup
            : null;

    // Without a jackknife the quantiles stay where they are.
    private BootstrapInterval? Interval(ReadOnlySpan<double> draws, double value, ReadOnlySpan<double> jackknife) => jackknife.IsEmpty
        ? BootstrapInterval.Percentile(draws, _confidence)
        : BootstrapInterval.Bca(draws, value, Acceleration.Of(jackknife, _strata), _confidence);
}
