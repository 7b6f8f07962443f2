namespace MlOps.Build.Contracts;

/// <summary>A run of rows whose columns are read one by one.</summary>
public sealed record RowGroup
{
    /// <summary>0-based place among the file's row groups.</summary>
    public required int Index { get; init; }

    /// <summary>The number of the group's first row in the file, from 0.</summary>
    public required long FirstRow { get; init; }

    /// <summary>The number of rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>What the file says of each column, in the order of the columns; without knowledge, all of its members are null.</summary>
    public required IReadOnlyList<ColumnStatistics> Statistics { get; init; }
}
