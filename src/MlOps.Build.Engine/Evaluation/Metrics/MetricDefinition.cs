using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>A metric as data: adding one to <see cref="MetricRegistry"/> gives it a value, an interval, differences and slices.</summary>
internal sealed record MetricDefinition
{
    /// <summary>The name in expressions.</summary>
    public required string Name { get; init; }

    /// <summary>The name in reports.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The tasks that it judges.</summary>
    public required IReadOnlyList<LearningTask> Tasks { get; init; }

    /// <summary>Whether the metric judges the order within lists of rows.</summary>
    public bool NeedsLists { get; init; }

    /// <summary>Why resampling gives no interval of the metric; null when it does.</summary>
    public string? NoInterval { get; init; }

    /// <summary>Why it gives none of the difference or the ratio of two models' either; null when it does.</summary>
    public string? NoPairedInterval { get; init; }

    public required MetricDirection Direction { get; init; }

    /// <summary>The id of the section of <c>report.html</c> that is about the metric.</summary>
    public required string Section { get; init; }

    /// <summary>A pure function of the sample: rows with how often each was drawn.</summary>
    public required Func<MetricSample, MetricOutcome> Compute { get; init; }

    /// <summary>How much worse <paramref name="value"/> is than <paramref name="reference"/>; below 0 when it is better.</summary>
    public double Worsening(double value, double reference) =>
        Direction == MetricDirection.HigherIsBetter ? reference - value : value - reference;
}
