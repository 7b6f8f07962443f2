namespace MlOps.Build.Contracts;

/// <summary>How the resamples behind intervals were drawn, and how intervals were read off them.</summary>
public sealed record ResamplingSummary
{
    /// <summary><c>rows</c>, <c>classes</c> (within each), <c>group</c> (whole groups) or <c>time</c> (runs of neighbours).</summary>
    public required string By { get; init; }

    /// <summary>The column of groups or times; null for rows and classes.</summary>
    public string? Column { get; init; }

    /// <summary>How many groups the test rows make; null unless drawn by group.</summary>
    public int? Groups { get; init; }

    /// <summary>Rows a run; null unless drawn by time.</summary>
    public int? Block { get; init; }

    /// <summary><c>percentile</c> or <c>bca</c>.</summary>
    public required string Interval { get; init; }
}
