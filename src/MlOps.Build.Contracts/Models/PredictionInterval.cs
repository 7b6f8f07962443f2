namespace MlOps.Build.Contracts;

/// <summary>The interval that a model gives with each predicted number.</summary>
public sealed record PredictionInterval
{
    /// <summary><c>conformal</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The share of new rows like the training's whose number is at least to lie in it, above 0 and below 1.</summary>
    public required double Coverage { get; init; }
}
