namespace MlOps.Build.Inference;

/// <summary>How the golden rows of a model package came out on this machine.</summary>
public sealed record SelfTestResult
{
    /// <summary>The number of rows replayed.</summary>
    public required int Rows { get; init; }

    /// <summary>Largest absolute difference from a packed probability, or relative difference from a packed number.</summary>
    public required double LargestDifference { get; init; }

    /// <summary>What is allowed: 1e-5 absolute for probabilities, 1e-4 relative for numbers.</summary>
    public required double Tolerance { get; init; }

    /// <summary>The first row that differs by more, in words; null when none does.</summary>
    public string? Failure { get; init; }

    /// <summary>True when every row agrees.</summary>
    public bool Passed => Failure is null;
}
