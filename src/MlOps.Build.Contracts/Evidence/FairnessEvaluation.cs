namespace MlOps.Build.Contracts;

/// <summary>How differently the model treats the groups of a column; a binary task only.</summary>
public sealed record FairnessEvaluation
{
    /// <summary>The column that makes the groups, or the crossed ones joined by " x ".</summary>
    public required string Column { get; init; }

    /// <summary>The groups that are large enough to be compared.</summary>
    public required IReadOnlyList<FairnessGroup> Groups { get; init; }

    /// <summary>
    /// <c>demographic_parity_difference</c>, <c>disparate_impact</c>, <c>equal_opportunity_difference</c> and <c>equalized_odds_difference</c>, with
    /// intervals.
    /// </summary>
    public required IReadOnlyList<MetricValue> Metrics { get; init; }
}
