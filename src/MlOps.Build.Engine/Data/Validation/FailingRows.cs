using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>The rows that break a rule: all counted, the first few kept.</summary>
internal sealed class FailingRows
{
    private const int Kept = 5;
    private bool _all;
    private readonly List<FailingRow> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<FailingRow> First => _first;

    /// <summary>True while rows are kept and not only counted.</summary>
    public bool Keeps => _all || _first.Count < Kept;

    /// <summary>From now on every row is kept.</summary>
    public void KeepAll() => _all = true;

    /// <summary>Adds a row; rows come in ascending order.</summary>
    public void Add(int block, int row, ColumnBatch column)
    {
        Count++;
        if (Keeps)
            _first.Add(new FailingRow(new RowPlace(block, row), column.Text(row)));
    }

    public void Add(int block, int row, string? text)
    {
        Count++;
        if (Keeps)
            _first.Add(new FailingRow(new RowPlace(block, row), text));
    }

    public void Add(FailingRow row)
    {
        Count++;
        if (Keeps)
            _first.Add(row);
    }

    /// <summary>Sets the count where only some rows were added.</summary>
    public void Recount(long count) => Count = count;

    /// <summary>The rows that several threads found.</summary>
    public static FailingRows Merge(IEnumerable<FailingRows> parts)
    {
        var merged = new FailingRows();
        foreach (var part in parts)
        {
            merged.Count += part.Count;
            merged._first.AddRange(part._first);
        }

        merged._first.Sort((left, right) => left.Place.CompareTo(right.Place));
        if (merged._first.Count > Kept)
            merged._first.RemoveRange(Kept, merged._first.Count - Kept);
        return merged;
    }
}
