namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Takes the batches of one thread.</summary>
internal interface IBatchSink
{
    /// <summary>Takes a batch, whose buffers are the reader's again when the call returns.</summary>
    void Add(RowBatch batch);
}
