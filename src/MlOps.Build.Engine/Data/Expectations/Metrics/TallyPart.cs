using System.Numerics;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>What <see cref="TallyMetric"/> gathers.</summary>
internal sealed class TallyPart(TallyMetric metric) : MetricPart
{
    private readonly KeyTally _keys = new();
    private readonly Dictionary<string, long> _texts = new(StringComparer.Ordinal);
    private ITextDictionary? _dictionary;
    private long[] _codes = [];
    private ulong[] _present = [];
    private TallyEntry[]? _sorted;

    /// <summary>The number of present values.</summary>
    public long Count { get; private set; }

    /// <summary>True when there were more different values than allowed; then there are no entries.</summary>
    public bool Overflow { get; private set; }

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
        if (Overflow)
            return;
        if (view.Column(metric.Column) is TextBatch texts)
            AddCodes(texts, present);
        else
            AddKeys(view.Keys(metric.Column), present);
        Check();
    }

    public override void Merge(MetricPart other)
    {
        var part = (TallyPart)other;
        Count += part.Count;
        Overflow |= part.Overflow;
        Flush();
        part.Flush();
        _keys.Add(part._keys);
        foreach (var (text, count) in part._texts)
            _texts[text] = _texts.GetValueOrDefault(text) + count;
        Check();
    }

    private TallyEntry[] Sort()
    {
        Flush();
        Check();
        if (_texts.Count == 0)
            return _keys.Sorted();
        TallyEntry[] entries = [.. _texts.Select(pair => new TallyEntry(0, pair.Key, pair.Value))];
        Array.Sort(entries, (left, right) => CodePoints.Compare(left.Text!, right.Text!));
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

    private void AddCodes(TextBatch texts, ReadOnlySpan<ulong> present)
    {
        if (!ReferenceEquals(texts.Dictionary, _dictionary))
            Flush();
        _dictionary = texts.Dictionary;
        if (_codes.Length < _dictionary.Count)
            Array.Resize(ref _codes, Math.Max(_dictionary.Count, _codes.Length * 2));
        var codes = texts.Codes;
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
                _codes[codes[(word << 6) + BitOperations.TrailingZeroCount(bits)]]++;
        }

        if (_dictionary.IsLent)
            Flush();
    }

    private void Flush()
    {
        for (var code = 0; _dictionary is not null && code < Math.Min(_codes.Length, _dictionary.Count); code++)
        {
            if (_codes[code] == 0)
                continue;
            var text = _dictionary.Text(code);
            _texts[text] = _texts.GetValueOrDefault(text) + _codes[code];
            _codes[code] = 0;
        }

        _dictionary = null;
    }

    private void Check()
    {
        Overflow |= _keys.Count > metric.MostDistinct || _texts.Count > metric.MostDistinct;
        if (!Overflow)
            return;
        _keys.Clear();
        _texts.Clear();
    }
}
