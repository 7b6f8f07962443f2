namespace MlOps.Build.Tracking.Search;

/// <summary>Which runs, and in which order.</summary>
internal sealed record RunSearch
{
    /// <summary>All of them hold.</summary>
    public IReadOnlyList<RunClause> Clauses { get; init; } = [];

    /// <summary>The first decides; at last the newest comes first.</summary>
    public IReadOnlyList<RunOrder> Order { get; init; } = [];

    /// <summary>The most that are wanted; null for all.</summary>
    public int? Limit { get; init; }
}
