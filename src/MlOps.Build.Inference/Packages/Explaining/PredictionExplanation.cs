namespace MlOps.Build.Inference;

/// <summary>
/// Why a model predicted what it did: <see cref="Output"/> is <see cref="Base"/> plus the sum of <see cref="Contributions"/>, up to
/// rounding (1e-6 of the largest of them). Shapley values (Shapley, 1953) of the game in which a coalition of columns keeps the row's values
/// and the others take those of each background row, averaged (Štrumbelj and Kononenko, 2014; interventional).
/// </summary>
public sealed record PredictionExplanation
{
    /// <summary>What is explained: the probability of the positive or predicted class or the predicted number, or the trees' score for it.</summary>
    public required double Output { get; init; }

    /// <summary>The mean of the background rows, which are the package's golden rows.</summary>
    public required double Base { get; init; }

    /// <summary>One contribution an input of the signature, in its order; 0 for a column that the model ignores.</summary>
    public required IReadOnlyList<ColumnContribution> Contributions { get; init; }

    /// <summary>In what all values are measured.</summary>
    public ExplanationScale Scale { get; init; }

    /// <summary>True when every coalition counts; false when coalitions were sampled, the same ones on every machine.</summary>
    public required bool Exact { get; init; }
}
