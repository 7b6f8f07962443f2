namespace MlOps.Build.Contracts;

/// <summary>How a column's distribution differs from that in the reference rows. Holds no value of the column.</summary>
public sealed record ColumnDrift
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>
    /// Population stability index over the bins: Σ (a - r) ln(a / r), r and a being a bin's shares in the reference and in these rows,
    /// each with half a row added (Lewis, 1994; Jeffreys' divergence). 0 or more; null when it was not compared.
    /// </summary>
    public double? Psi { get; init; }

    /// <summary>
    /// Jensen-Shannon distance over the bins, 0 to 1: the square root of the divergence in bits (Lin, 1991; Endres and Schindelin, 2003).
    /// </summary>
    public double? JensenShannon { get; init; }

    /// <summary>
    /// Numbers and dates: the largest distance between the two distribution functions, 0 to 1; against the champion's profile at the
    /// ends of its bins alone. Null otherwise.
    /// </summary>
    public double? KolmogorovSmirnov { get; init; }

    /// <summary>Probability of bins as different or more when both come from one distribution, by Pearson's chi-square test of homogeneity.</summary>
    public double? PValue { get; init; }

    /// <summary>Share of reference rows without a value, 0 to 1.</summary>
    public double? ReferenceMissing { get; init; }

    /// <summary>Share of these rows without a value, 0 to 1.</summary>
    public double? Missing { get; init; }

    /// <summary>What the configured method says; null where none is configured, which leaves the rule of <see cref="DriftSummary"/>.</summary>
    public DriftTest? Test { get; init; }

    /// <summary>
    /// How far the values moved, whether or not it drifts. Numbers and dates: the distance of Wasserstein in standard deviations of the
    /// reference; others: the share of rows that would have to hold another value, 0 to 1. Null where it cannot be said.
    /// </summary>
    public double? Effect { get; init; }

    /// <summary>Reference rows by <see cref="Counts"/>'s bins.</summary>
    public IReadOnlyList<long> ReferenceCounts { get => field ?? []; init; } = [];

    /// <summary>Rows by bin, for plots: numbers and dates in bins of equal width, others by value, the most frequent first.</summary>
    public IReadOnlyList<long> Counts { get => field ?? []; init; } = [];

    /// <summary>True when there is too little to tell; <see cref="Reason"/> says what.</summary>
    public bool Undecided { get; init; }

    /// <summary>True when it drifts: by much, and by more than chance.</summary>
    public bool Drifts { get; init; }

    /// <summary>Why it was not compared or is undecided, in words.</summary>
    public string? Reason { get; init; }
}
