namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Consecutive rows of a table, by column. Lent: it holds only during <see cref="IBatchSink.Add"/>.</summary>
internal sealed class RowBatch(ColumnBatch[] columns)
{
    /// <summary>0-based number of the block.</summary>
    public int Block { get; set; }

    public int Rows { get; set; }

    /// <summary>The line of each row, 0-based from the block's first on; empty when nobody asked the source for it.</summary>
    public int[] Lines { get; set; } = [];

    /// <summary>The columns, in the order of <see cref="IBatchSource.Columns"/>.</summary>
    public ColumnBatch[] Columns { get; } = columns;
}
