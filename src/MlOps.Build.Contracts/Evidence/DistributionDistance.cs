namespace MlOps.Build.Contracts;

/// <summary>How far a column's values lie from those of other data, held to a limit of the contract (<c>skew</c>, <c>drift</c>).</summary>
public sealed record DistributionDistance
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary><c>skew</c>: from what is served; <c>drift</c>: from an earlier span.</summary>
    public required string Comparator { get; init; }

    /// <summary><c>infinity_norm</c>, <c>jensen_shannon_divergence</c> or <c>normalized_abs_difference</c>, as TensorFlow Data Validation defines them.</summary>
    public required string Distance { get; init; }

    /// <summary>0 to 1; null when it could not be told.</summary>
    public required double? Value { get; init; }

    /// <summary>The largest allowed value.</summary>
    public required double Limit { get; init; }

    /// <summary>The other data's first file.</summary>
    public required string Against { get; init; }
}
