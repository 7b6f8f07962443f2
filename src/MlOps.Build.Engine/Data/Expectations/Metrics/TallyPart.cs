using System.Numerics;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Repeats;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>What <see cref="TallyMetric"/> gathers.</summary>
internal sealed class TallyPart(TallyMetric metric) : SpreadPart(metric)
{
    private readonly TextTally _texts = new();
    private KeyTally _keys = new();
    private ulong[] _present = [];
    private TallyEntry[]? _sorted;

    /// <summary>The number of present values, of those too that are not kept.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override int Distinct
    {
        get
        {
            _texts.Flush(Range);
            return _keys.Count + _texts.Count;
        }
    }

    /// <summary>The values that are kept, in no order.</summary>
    public IEnumerable<TallyEntry> Entries
    {
        get
        {
            Settle();
            return _texts.Count == 0 ? _keys.Each() : _texts.Each();
        }
    }

    /// <summary>Ascending; texts by code points.</summary>
    public TallyEntry[] Sorted => _sorted ??= Sort();

    public override void Add(BatchView view)
    {
        if (_present.Length < view.Words)
            _present = new ulong[view.Words];
        var present = _present.AsSpan(0, view.Words);
        view.Present(metric.Column, metric.Condition, present);
        foreach (var word in present)
            Count += BitOperations.PopCount(word);
        if (view.Column(metric.Column) is TextBatch texts)
            _texts.Add(texts, present, Range);
        else if (TakesAll)
            AddKeys(view.Keys(metric.Column), present);
        else
            AddSome(view.Keys(metric.Column), present);
        if (_keys.Count > metric.MostDistinct || _texts.Count > metric.MostDistinct)
            Settle();
    }

    public override void Merge(MetricPart other)
    {
        var part = (TallyPart)other;
        Count += part.Count;
        part.NarrowAs(this);
        NarrowAs(part);
        _texts.Flush(Range);
        part._texts.Flush(Range);
        _keys.Add(part._keys);
        _texts.Add(part._texts);
        Settle();
    }

    protected override void Drop()
    {
        _keys = _keys.Within(Range);
        _texts.Keep(Range);
    }

    protected override void Forget()
    {
        _keys = new();
        _texts.Clear();
        _sorted = [];
    }

    private TallyEntry[] Sort()
    {
        Settle();
        if (_texts.Count == 0)
            return _keys.Sorted();
        TallyEntry[] entries = [.. _texts.Each()];
        Array.Sort(entries, TallyEntry.Compare);
        return entries;
    }

    private void AddKeys(ReadOnlySpan<long> keys, ReadOnlySpan<ulong> present)
    {
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
                _keys.Add(keys[(word << 6) + BitOperations.TrailingZeroCount(bits)], 1);
        }
    }

    private void AddSome(ReadOnlySpan<long> keys, ReadOnlySpan<ulong> present)
    {
        var range = Range;
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
            {
                var key = keys[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                if (range.Contains(KeyHash.Spread((ulong)key)))
                    _keys.Add(key, 1);
            }
        }
    }
}
