namespace MlOps.Build.Contracts;

/// <summary>How rows of two versions relate.</summary>
public sealed record RowDiff
{
    /// <summary>Rows whose key only the later version has.</summary>
    public required long Added { get; init; }

    /// <summary>Rows whose key only the earlier version has.</summary>
    public required long Removed { get; init; }

    /// <summary>Rows of the same key with another value in at least one column.</summary>
    public required long Changed { get; init; }

    /// <summary>Rows that are the same in both.</summary>
    public required long Same { get; init; }

    /// <summary>
    /// Rows of the earlier version that share their key with another row of either version, or lack it; they count in nothing else.
    /// </summary>
    public long ReferenceShared { get; init; }

    /// <summary>Such rows of the later version.</summary>
    public long Shared { get; init; }

    /// <summary>A few of the rows that changed. Values of sensitive columns are masked.</summary>
    public IReadOnlyList<RowChange> Examples { get => field ?? []; init; } = [];
}
