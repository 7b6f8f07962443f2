namespace MlOps.Build.Inference;

/// <summary>Batches that wait for their next use. Safe for concurrent use; keeps as many as there are processors.</summary>
internal sealed class BatchPool(Func<SessionMemory?> createMemory)
{
    private readonly PredictionBatch?[] _waiting = new PredictionBatch?[Math.Max(4, Environment.ProcessorCount)];

    public PredictionBatch Rent(int rows)
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is { } seen && seen.Inputs.Rows == rows && Interlocked.CompareExchange(ref _waiting[i], null, seen) == seen)
                return seen;
        }

        return new PredictionBatch(rows, createMemory());
    }

    public void Return(PredictionBatch batch)
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is null && Interlocked.CompareExchange(ref _waiting[i], batch, null) is null)
                return;
        }

        // Other sizes are in use now: make room, the place by the size, so that no size is always the one that goes.
        _waiting[batch.Inputs.Rows % _waiting.Length] = batch;
    }
}
