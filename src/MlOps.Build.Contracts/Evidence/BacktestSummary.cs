namespace MlOps.Build.Contracts;

/// <summary>The same recipe, learned again on other rows: how much the metrics depend on which rows were learned from.</summary>
public sealed record BacktestSummary
{
    /// <summary>In words: <c>5 expanding windows by Flight Date</c>, <c>5 folds, 3 times</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Confidence of the intervals, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The windows by time, or the folds, repeat by repeat.</summary>
    public required IReadOnlyList<BacktestWindow> Windows { get; init; }

    /// <summary>Each metric over the windows.</summary>
    public required IReadOnlyList<BacktestMetric> Metrics { get; init; }
}
