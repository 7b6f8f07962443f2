using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>A further reading: collects keys that the first had no room for, or finds rows with repeated ones.</summary>
internal sealed class RepeatSink(IReadOnlyList<KeyCollector> collectors, IReadOnlyList<RepeatedRows> rows) : IBatchSink
{
    public void Add(RowBatch batch)
    {
        foreach (var collector in collectors)
            collector.Add(batch);
        foreach (var found in rows)
            found.Add(batch);
    }
}
