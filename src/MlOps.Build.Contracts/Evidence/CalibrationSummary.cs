namespace MlOps.Build.Contracts;

/// <summary>How a model's probabilities were corrected.</summary>
public sealed record CalibrationSummary
{
    /// <summary><c>platt</c> or <c>isotonic</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The validation rows that it was fitted on.</summary>
    public required int Rows { get; init; }

    /// <summary>What Platt's method multiplies the log-odds by; 1 changes nothing, below 1 the model was too sure.</summary>
    public double? Slope { get; init; }

    /// <summary>What Platt's method adds to the product.</summary>
    public double? Intercept { get; init; }

    /// <summary>Points of the isotonic function.</summary>
    public int? Points { get; init; }
}
