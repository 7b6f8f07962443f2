namespace MlOps.Build.Contracts;

/// <summary>A metric over the windows of a backtest.</summary>
public sealed record BacktestMetric
{
    /// <summary>The metric's name in expressions.</summary>
    public required string Name { get; init; }

    /// <summary>The windows in which it is defined.</summary>
    public required int Windows { get; init; }

    /// <summary>Mean over these windows; null when there is none.</summary>
    public double? Mean { get; init; }

    /// <summary>Sample standard deviation over these windows (n - 1); null below two.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>Smallest value.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public double? Maximum { get; init; }

    /// <summary>
    /// Lower end of the interval of the mean, for folds: mean ± t · s · sqrt(1/J + n_test/n_train), t with J - 1 degrees of freedom
    /// (Nadeau and Bengio, 2003), J the number of folds over all repeats. Null for windows by time, which are no repetitions of one
    /// another.
    /// </summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval of the mean; null as <see cref="Low"/>.</summary>
    public double? High { get; init; }
}
