using System.Numerics;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A column's values in one block, kept.</summary>
internal sealed record TablePart
{
    /// <summary>An array of the column's values, or of indices into <see cref="Dictionary"/>.</summary>
    public required Array Values { get; init; }

    public required ulong[] Missing { get; init; }

    public required IReadOnlyList<UnreadField> Unread { get; init; }

    public ITextDictionary? Dictionary { get; init; }

    public static TablePart Of(ColumnBatch batch) => batch switch
    {
        TimestampBatch times => Of(batch, Times(times)),
        ValueBatch<bool> values => Of(batch, values.Values.ToArray()),
        ValueBatch<long> values => Of(batch, values.Values.ToArray()),
        ValueBatch<int> values => Of(batch, values.Values.ToArray()),
        ValueBatch<float> values => Of(batch, values.Values.ToArray()),
        ValueBatch<double> values => Of(batch, values.Values.ToArray()),
        TextBatch texts => Of(batch, texts.Codes.ToArray()) with { Dictionary = texts.Dictionary },
        _ => throw new ArgumentException($"Columns of type {batch.Type} cannot be kept.", nameof(batch)),
    };

    /// <summary>Marks the rows without a value.</summary>
    /// <param name="mask">The mask of the whole table.</param>
    /// <param name="first">The table's row that is this part's first.</param>
    public void AddMissing(MissingMask mask, int first)
    {
        for (var word = 0; word < Missing.Length; word++)
        {
            for (var bits = Missing[word]; bits != 0; bits &= bits - 1)
                mask.Set(first + (word * 64) + BitOperations.TrailingZeroCount(bits));
        }
    }

    private static TablePart Of(ColumnBatch batch, Array values) => new()
    {
        Values = values,
        Missing = batch.MissingCount == 0 ? [] : batch.Missing.AsSpan(0, (batch.Rows + 63) >> 6).ToArray(),
        Unread = batch.Unread,
    };

    private static DateTimeOffset[] Times(TimestampBatch batch)
    {
        var times = new DateTimeOffset[batch.Rows];
        for (var row = 0; row < times.Length; row++)
        {
            if (!batch.IsMissing(row))
                times[row] = new DateTimeOffset(batch.Values[row], TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(batch.Offset(row)));
        }

        return times;
    }
}
