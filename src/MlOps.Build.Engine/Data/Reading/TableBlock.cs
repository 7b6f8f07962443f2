using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The rows of one block, kept.</summary>
internal sealed record TableBlock
{
    public required int Block { get; init; }

    /// <summary>0-based lines from the block's first on.</summary>
    public required int[] Lines { get; init; }

    public required IReadOnlyList<TablePart> Parts { get; init; }

    public static TableBlock Of(RowBatch batch) => new()
    {
        Block = batch.Block,
        Lines = batch.Lines.AsSpan(0, batch.Rows).ToArray(),
        Parts = Array.ConvertAll(batch.Columns, column => TablePart.Of(column)),
    };
}
