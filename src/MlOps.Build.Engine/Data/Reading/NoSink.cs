using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Takes rows that nobody wants.</summary>
internal sealed class NoSink : IBatchSink
{
    public void Add(RowBatch batch)
    {
        // The reader looks at types by itself.
    }
}
