namespace MlOps.Build.Engine.Data.Batches;

/// <summary>
/// Where a row is while its table is being read: blocks are read by several threads, so a row's number is known only once those before it
/// are counted.
/// </summary>
/// <param name="Block">0-based number of the block, in the order of the files and of the rows in them.</param>
/// <param name="Row">0-based row of the block.</param>
internal readonly record struct RowPlace(int Block, int Row) : IComparable<RowPlace>
{
    public int CompareTo(RowPlace other) => Block != other.Block ? Block.CompareTo(other.Block) : Row.CompareTo(other.Row);
}
