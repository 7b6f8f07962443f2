using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Keeps one thread's rows.</summary>
internal sealed class TableSink : IBatchSink
{
    public List<TableBlock> Blocks { get; } = [];

    public void Add(RowBatch batch) => Blocks.Add(TableBlock.Of(batch));
}
