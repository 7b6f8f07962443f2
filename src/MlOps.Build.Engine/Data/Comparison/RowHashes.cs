using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>The rows of one version by the hash of their key: about 40 bytes a row, whatever the row holds.</summary>
internal sealed class RowHashes(ComparedColumns columns, bool isReference)
{
    private readonly Lock _gate = new();

    /// <summary>A row's hash by the hash of its key; where several rows have one key, that of one of them.</summary>
    public Dictionary<ulong, ulong> ByKey { get; } = [];

    /// <summary>How many rows have a key, where it is more than one.</summary>
    public Dictionary<ulong, long> Shared { get; } = [];

    /// <summary>Rows that lack a value of the key.</summary>
    public long Unkeyed { get; private set; }

    /// <summary>A sink of one thread.</summary>
    public IBatchSink Sink() => new HashingSink(columns, isReference, Take);

    private void Take(ReadOnlySpan<RowHash> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                if (!row.HasKey)
                    Unkeyed++;
                else if (!ByKey.TryAdd(row.Key, row.Whole))
                    Shared[row.Key] = Shared.GetValueOrDefault(row.Key, 1) + 1;
            }
        }
    }
}
