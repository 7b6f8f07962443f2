namespace MlOps.Build.Contracts;

/// <summary>Another model judged on the same rows: the naive baseline, a compared trainer, the champion.</summary>
public sealed record ReferenceEvaluation
{
    /// <summary>The naive baseline's name.</summary>
    public const string Baseline = "baseline";

    /// <summary>The champion's name.</summary>
    public const string Champion = "champion";

    /// <summary>The name in expressions: <c>baseline</c>, <c>champion</c> or the trainer's name with underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The name in reports.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Why it could not be judged on these rows, in words; it has no metrics then. Null when it was.</summary>
    public string? NotCompared { get; init; }

    /// <summary>Its own metrics.</summary>
    public required IReadOnlyList<MetricValue> Metrics { get; init; }

    /// <summary>The model's metric minus this one's, paired on the same rows, with the interval of the difference.</summary>
    public required IReadOnlyList<MetricValue> Differences { get; init; }

    /// <summary>
    /// The model's metric divided by this one's, paired on the same rows, with the interval of the ratio; without a value where this
    /// one's metric is not above 0 on every resample.
    /// </summary>
    public IReadOnlyList<MetricValue> Ratios { get => field ?? []; init; } = [];

    /// <summary>This one's metric minus the naive baseline's, paired on the same rows; empty for the baseline itself.</summary>
    public IReadOnlyList<MetricValue> OverBaseline { get => field ?? []; init; } = [];
}
