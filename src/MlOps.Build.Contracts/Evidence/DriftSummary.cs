namespace MlOps.Build.Contracts;

/// <summary>
/// How the rows that go into features differ: validation and test from train, and today's training rows from the champion's. A column
/// drifts when its index is at least <see cref="Limit"/> and its p-value below <see cref="Significance"/>, unless a method is configured for it.
/// </summary>
public sealed record DriftSummary
{
    /// <summary>The index from which a shift is called major; below 0.1 it is called minor (Siddiqi, 2006, Credit Risk Scorecards).</summary>
    public required double Limit { get; init; }

    /// <summary>The p-value below which bins that differ are no chance: on few rows a large index is common.</summary>
    public required double Significance { get; init; }

    /// <summary>The share of drifting columns from which a configuration calls the whole data drifted; null when it does not say.</summary>
    public double? ShareLimit { get; init; }

    /// <summary>How p-values of several columns are corrected: <c>benjamini-hochberg</c> or <c>none</c>; null when no method is configured.</summary>
    public string? Correction { get; init; }

    /// <summary>Fewer values than so many in one of two samples leave a configured method undecided; null when no method is configured.</summary>
    public int? LeastRows { get; init; }

    /// <summary>The comparisons: validation, test, and the champion when there is one.</summary>
    public required IReadOnlyList<DriftComparison> Comparisons { get; init; }
}
