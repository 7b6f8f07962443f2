using System.Numerics;
using System.Text;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Counts of texts. Those of a dictionary are counted by code until another one comes.</summary>
internal sealed class TextTally
{
    private readonly Dictionary<string, long> _texts = new(StringComparer.Ordinal);
    private ITextDictionary? _dictionary;
    private long[] _codes = [];

    /// <summary>The number of different texts, without those of the last dictionary.</summary>
    public int Count => _texts.Count;

    /// <summary>Counts the texts of a batch that are present.</summary>
    public void Add(TextBatch texts, ReadOnlySpan<ulong> present, Repeats.KeyRange range)
    {
        if (!ReferenceEquals(texts.Dictionary, _dictionary))
            Flush(range);
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
            Flush(range);
    }

    public void Add(TextTally other)
    {
        foreach (var (text, count) in other._texts)
            _texts[text] = _texts.GetValueOrDefault(text) + count;
    }

    public IEnumerable<TallyEntry> Each() => _texts.Select(pair => new TallyEntry(0, pair.Key, pair.Value));

    /// <summary>Takes what was counted by code, of the texts whose spread keys are in a range.</summary>
    public void Flush(Repeats.KeyRange range)
    {
        for (var code = 0; _dictionary is not null && code < Math.Min(_codes.Length, _dictionary.Count); code++)
        {
            var count = _codes[code];
            if (count == 0)
                continue;
            _codes[code] = 0;
            if (range != Repeats.KeyRange.All && !range.Contains(TextHash.Of(_dictionary.Utf8(code))))
                continue;
            var text = _dictionary.Text(code);
            _texts[text] = _texts.GetValueOrDefault(text) + count;
        }

        _dictionary = null;
    }

    /// <summary>Drops the texts outside of a range.</summary>
    public void Keep(Repeats.KeyRange range)
    {
        foreach (var text in _texts.Keys)
        {
            if (!range.Contains(TextHash.Of(Encoding.UTF8.GetBytes(text))))
                _texts.Remove(text);
        }
    }

    /// <summary>Forgets all, and gives the memory back.</summary>
    public void Clear()
    {
        _texts.Clear();
        _texts.TrimExcess();
        (_dictionary, _codes) = (null, []);
    }
}
