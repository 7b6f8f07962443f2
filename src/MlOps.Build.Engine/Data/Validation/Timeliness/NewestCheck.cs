using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation.Timeliness;

/// <summary>Finds the newest date or timestamp of one thread's rows.</summary>
internal sealed class NewestCheck : ColumnCheck
{
    /// <summary>In ticks of UTC, a date at its midnight; null when there was no value.</summary>
    public long? Newest { get; private set; }

    public override void Add(int block, ColumnBatch column)
    {
        for (var row = 0; row < column.Rows; row++)
        {
            if (!column.IsMissing(row) && Ticks(column, row) is var ticks && !(ticks <= Newest))
                Newest = ticks;
        }
    }

    private static long Ticks(ColumnBatch column, int row) => column switch
    {
        ValueBatch<int> days => DateTimeOffset.UnixEpoch.Ticks + (days.Values[row] * TimeSpan.TicksPerDay),
        ValueBatch<long> times => times.Values[row],
        _ => throw new ArgumentException($"Columns of type {column.Type} have no times.", nameof(column)),
    };
}
