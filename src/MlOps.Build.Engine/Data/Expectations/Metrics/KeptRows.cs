using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>The first rows of a kind, by their place in the table. Batches of one thread come in ascending order.</summary>
internal sealed class KeptRows(int limit)
{
    private List<KeptRow> _rows = [];

    public IReadOnlyList<KeptRow> Rows => _rows;

    public bool IsFull => _rows.Count >= limit;

    public void Add(BatchView view, int row, ReadOnlySpan<int> columns)
    {
        var texts = new string?[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            texts[i] = view.Column(columns[i]).Text(row);
        _rows.Add(new KeptRow(new RowPlace(view.Batch.Block, row), texts));
    }

    /// <summary>Adds the rows of a mask until it is full.</summary>
    public void AddMasked(BatchView view, ReadOnlySpan<ulong> mask, ReadOnlySpan<int> columns)
    {
        for (var word = 0; word < mask.Length && !IsFull; word++)
        {
            for (var bits = mask[word]; bits != 0 && !IsFull; bits &= bits - 1)
                Add(view, (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits), columns);
        }
    }

    public void Merge(KeptRows other) =>
        _rows = [.. _rows.Concat(other._rows).OrderBy(row => row.Place).Take(limit)];
}
