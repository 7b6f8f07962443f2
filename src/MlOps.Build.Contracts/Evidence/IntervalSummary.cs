namespace MlOps.Build.Contracts;

/// <summary>How the intervals of a regression were made.</summary>
public sealed record IntervalSummary
{
    /// <summary><c>conformal</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The share of new rows whose number is at least to lie in its interval.</summary>
    public required double Coverage { get; init; }

    /// <summary>The validation rows whose errors were sorted.</summary>
    public required int Rows { get; init; }

    /// <summary>Which of the sorted errors it is, from 1: ceil((rows + 1) coverage).</summary>
    public required int Rank { get; init; }

    /// <summary>That error: intervals are the prediction less and plus it, in the label's unit.</summary>
    public required double HalfWidth { get; init; }
}
