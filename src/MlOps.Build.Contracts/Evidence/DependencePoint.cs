namespace MlOps.Build.Contracts;

/// <summary>What a model predicts on average when a column has a value.</summary>
public sealed record DependencePoint
{
    /// <summary>The value as text.</summary>
    public required string Value { get; init; }

    /// <summary>The value of a number; null for categories and times.</summary>
    public double? Number { get; init; }

    /// <summary>
    /// The mean prediction: the probability of the positive class, the predicted number, or of three and more classes each one's probability in
    /// their order.
    /// </summary>
    public required IReadOnlyList<double> Means { get; init; }
}
