using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>How many rows a column has.</summary>
internal sealed class ColumnTotals
{
    public long Rows { get; private set; }

    /// <summary>Rows without a value, those that do not parse included.</summary>
    public long Missing { get; private set; }

    /// <summary>Rows whose field does not parse.</summary>
    public long Unread { get; private set; }

    public void Add(ColumnBatch column)
    {
        Rows += column.Rows;
        Missing += column.MissingCount;
        Unread += column.Unread.Count;
    }

    public void Add(ColumnTotals other)
    {
        Rows += other.Rows;
        Missing += other.Missing;
        Unread += other.Unread;
    }
}
