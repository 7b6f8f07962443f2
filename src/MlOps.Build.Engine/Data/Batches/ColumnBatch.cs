using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Batches;

/// <summary>One column of a batch. Values lie densely, also where one is missing; what stands there then means nothing.</summary>
internal abstract class ColumnBatch(BatchColumn column)
{
    public string Name { get; } = column.Name;

    public ColumnType Type { get; } = column.Type;

    public int Rows { get; protected set; }

    /// <summary>One bit a row, the lowest first, set where the value is missing or did not parse; bits beyond the rows are 0.</summary>
    public ulong[] Missing { get; protected set; } = [];

    /// <summary>The rows whose bit is set.</summary>
    public int MissingCount { get; protected set; }

    /// <summary>Fields that are no value of the column's type; their rows are missing too.</summary>
    public IReadOnlyList<UnreadField> Unread { get; protected set; } = [];

    public bool IsMissing(int row) => (Missing[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>The value as it would be written to CSV in the invariant culture; null when missing.</summary>
    public abstract string? Text(int row);
}
