namespace MlOps.Build.Contracts;

/// <summary>What changed between two versions of a data set.</summary>
public sealed record DataDiff
{
    /// <summary>What the data are compared with, as the user knows it: a file, or the champion's package.</summary>
    public required string Reference { get; init; }

    /// <summary>Rows of the earlier version.</summary>
    public required long ReferenceRows { get; init; }

    /// <summary>Rows of the later version.</summary>
    public required long Rows { get; init; }

    /// <summary>The columns that tell rows apart; empty when rows were compared as wholes, which can be added and removed but not changed.</summary>
    public IReadOnlyList<string> Key { get => field ?? []; init; } = [];

    /// <summary>Rows compared one by one; null when only profiles of both were at hand.</summary>
    public RowDiff? RowChanges { get; init; }

    /// <summary>Columns that were added, removed, given another type, or whose values changed.</summary>
    public required IReadOnlyList<ColumnChange> Columns { get; init; }

    /// <summary>The distributions of columns that both versions have; null when they were not compared here.</summary>
    public DriftSummary? Drift { get; init; }
}
