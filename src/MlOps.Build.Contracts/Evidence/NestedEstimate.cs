namespace MlOps.Build.Contracts;

/// <summary>
/// The metric of the whole procedure, search included, on rows that no part of it saw: in each outer fold the search is made on the other rows,
/// its winner trained on them, and judged on the fold (Varma and Simon, 2006, Bias in error estimation when using cross-validation for model selection).
/// </summary>
public sealed record NestedEstimate
{
    /// <summary>The outer folds, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Confidence of the interval.</summary>
    public required double Confidence { get; init; }

    /// <summary>The outer folds, in order.</summary>
    public required IReadOnlyList<NestedFold> Folds { get; init; }

    /// <summary>The mean over the folds that gave a value.</summary>
    public double? Mean { get; init; }

    /// <summary>Lower end of the interval of the mean (Nadeau and Bengio, 2003); null for windows by time, or with fewer than two folds.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval.</summary>
    public double? High { get; init; }
}
