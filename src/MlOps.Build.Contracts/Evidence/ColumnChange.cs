namespace MlOps.Build.Contracts;

/// <summary>How a column differs between two versions of a data set.</summary>
public sealed record ColumnChange
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>Its type in the earlier version; null when it was added.</summary>
    public ColumnType? Before { get; init; }

    /// <summary>Its type in the later version; null when it was removed.</summary>
    public ColumnType? After { get; init; }

    /// <summary>Rows of the same key in which its value changed; null when it was not compared by row.</summary>
    public long? Changed { get; init; }
}
