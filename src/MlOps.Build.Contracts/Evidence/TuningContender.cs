namespace MlOps.Build.Contracts;

/// <summary>
/// One trainer of a search over several, at its best. Intervals are those of a mean over folds that share training rows (Nadeau and Bengio,
/// 2003), null for windows by time; a best of many trials looks a little better than it is.
/// </summary>
public sealed record TuningContender
{
    /// <summary>The trainer's name.</summary>
    public required string Trainer { get; init; }

    /// <summary>How many of its settings were tried.</summary>
    public required int Trials { get; init; }

    /// <summary>Number of its best trial; null when all failed.</summary>
    public int? Best { get; init; }

    /// <summary>The metric of its best trial, the mean over the folds.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the value's interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the value's interval.</summary>
    public double? High { get; init; }

    /// <summary>The value less the winner's, fold by fold; null for the winner.</summary>
    public double? Difference { get; init; }

    /// <summary>Lower end of the difference's interval.</summary>
    public double? DifferenceLow { get; init; }

    /// <summary>Upper end of the difference's interval.</summary>
    public double? DifferenceHigh { get; init; }
}
