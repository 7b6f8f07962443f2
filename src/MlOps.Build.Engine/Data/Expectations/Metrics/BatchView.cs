using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>A batch as one thread's metrics see it. What several of them need, such as keys, is made once.</summary>
internal sealed class BatchView
{
    private readonly Dictionary<RowCondition, ConditionState> _conditions = [];
    private readonly Dictionary<int, long[]> _keys = [];
    private readonly HashSet<int> _made = [];
    private ulong[] _all = [];

    public RowBatch Batch { get; private set; } = new([]);

    public int Rows => Batch.Rows;

    /// <summary>The words of a mask with one bit a row.</summary>
    public int Words => (Rows + 63) >> 6;

    public void Show(RowBatch batch)
    {
        Batch = batch;
        _made.Clear();
        if (_all.Length < Words)
            _all = new ulong[Words];
        _all.AsSpan(0, Words).Fill(ulong.MaxValue);
        if ((Rows & 63) != 0)
            _all[Words - 1] = (1UL << (Rows & 63)) - 1;
        foreach (var state in _conditions.Values)
            state.Forget();
    }

    public ColumnBatch Column(int column) => Batch.Columns[column];

    /// <summary>The rows that a condition selects, one bit a row.</summary>
    public ReadOnlySpan<ulong> Selected(RowCondition? condition)
    {
        if (condition is null)
            return _all.AsSpan(0, Words);
        if (!_conditions.TryGetValue(condition, out var state))
            _conditions.Add(condition, state = condition.Start());
        return state.Selected(this);
    }

    /// <summary>The keys of a column that is not text.</summary>
    public ReadOnlySpan<long> Keys(int column)
    {
        if (!_keys.TryGetValue(column, out var keys) || keys.Length < Rows)
            _keys[column] = keys = new long[Rows];
        if (_made.Add(column))
            OrderKey.Fill(Column(column), keys);
        return keys.AsSpan(0, Rows);
    }

    /// <summary>The selected rows whose value is there; <paramref name="target"/> has at least <see cref="Words"/> words.</summary>
    public void Present(int column, RowCondition? condition, Span<ulong> target)
    {
        var missing = Column(column).Missing;
        var selected = Selected(condition);
        for (var word = 0; word < Words; word++)
            target[word] = selected[word] & ~missing[word];
    }
}
