using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>Collects the keys that one thread reads, within a budget.</summary>
internal sealed class KeyCollector(RepeatQuestion question, KeyRange range, int budget)
{
    private readonly RowKeyReader _reader = question.Reader(RepeatQuestion.FirstSeed);

    /// <summary>Integers while they lie close together; null otherwise.</summary>
    public KeyBitmap? Bitmap { get; private set; } = question.IsInteger && range == KeyRange.All ? new KeyBitmap() : null;

    public KeyStore Store { get; private set; } = new();

    /// <summary>The keys that are kept: fewer than asked for once the budget was used up.</summary>
    public KeyRange Range { get; private set; } = range;

    public void Add(RowBatch batch)
    {
        var column = question.SingleColumn is { } single ? batch.Columns[single] : null;
        var keys = _reader.Read(batch);
        if (Bitmap is { } bitmap)
            AddTo(bitmap, keys, column!);
        else
            AddToStore(keys, column);
        while (Store.Count > budget)
            Store = Store.Within(Range = Range.Half);
    }

    /// <summary>Moves the integers of a bitmap to the store.</summary>
    public void Spread()
    {
        foreach (var key in Bitmap?.Each() ?? [])
            Store.Add(KeyHash.Spread(key));
        Bitmap = null;
    }

    private void AddTo(KeyBitmap bitmap, ReadOnlySpan<ulong> keys, ColumnBatch column)
    {
        for (var row = 0; row < keys.Length; row++)
        {
            if (column.MissingCount == 0 || !column.IsMissing(row))
                bitmap.Add(keys[row]);
        }

        if (!bitmap.IsDense)
            Spread();
    }

    private void AddToStore(ReadOnlySpan<ulong> keys, ColumnBatch? column)
    {
        for (var row = 0; row < keys.Length; row++)
        {
            if (column?.MissingCount > 0 && column.IsMissing(row))
                continue;
            var spread = KeyHash.Spread(keys[row]);
            if (Range.Contains(spread))
                Store.Add(spread);
        }
    }
}
