namespace MlOps.Build.Contracts;

/// <summary>Features with their labels.</summary>
public sealed record TrainingSet
{
    /// <summary>The features, one row an example.</summary>
    public required FeatureMatrix Features { get; init; }

    /// <summary>One label a row: the class index (binary: 0 or 1) or the number to predict.</summary>
    public required float[] Labels { get; init; }

    /// <summary>By number the list that each row stands in, within which rows are ordered; null when rows make no lists.</summary>
    public int[]? Lists { get; init; }

    /// <summary>One weight a row, finite and from 0, not all of them 0; null when all weigh the same.</summary>
    public float[]? Weights { get; init; }
}
