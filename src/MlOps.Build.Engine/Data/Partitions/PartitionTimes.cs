using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>Timestamps; one without an offset is taken as UTC.</summary>
internal sealed class PartitionTimes(BatchColumn column, string?[] texts) : PartitionValues<long>(new TimestampBatch(column), texts, Ticks, 0)
{
    protected override void Show(int rows)
    {
        ((TimestampBatch)Batch).Clear(rows);
        base.Show(rows);
    }

    private static ParseOutcome Ticks(ReadOnlySpan<byte> text, out long value)
    {
        var outcome = DateParser.Timestamp(text, out var time);
        value = time.UtcTicks;
        return outcome;
    }
}
