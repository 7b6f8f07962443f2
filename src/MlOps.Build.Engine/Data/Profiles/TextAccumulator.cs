using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles.Sketches;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>Counts texts and their lengths; a dictionary's codes first, its texts when it is done.</summary>
internal sealed class TextAccumulator : ColumnAccumulator
{
    private const int Capacity = ValueBuckets.Budget;
    private const int Listed = 100;
    private const int MostNamed = 1000;
    private const int LongestShown = 200;

    private FrequentValues _values = new(Capacity);
    private HyperLogLog? _registers;
    private ITextDictionary? _dictionary;
    private long[] _codes = [];
    private (long Least, long Most, long Sum, long Count) _lengths = (long.MaxValue, 0, 0, 0);

    public TextAccumulator(BatchColumn column)
        : base(column, sensitive: false) => _values.Overflowing = CountMany;

    protected override void Take(ColumnBatch batch)
    {
        var texts = (TextBatch)batch;
        if (!ReferenceEquals(texts.Dictionary, _dictionary))
        {
            Flush();
            (_dictionary, _codes) = (texts.Dictionary, new long[texts.Dictionary.Count]);
        }

        if (_codes.Length < texts.Dictionary.Count)
            Array.Resize(ref _codes, Math.Max(texts.Dictionary.Count, 2 * _codes.Length));
        var codes = texts.Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            if (!batch.IsMissing(row))
                _codes[codes[row]]++;
        }

        if (texts.Dictionary.IsLent)
            Flush();
    }

    protected override void TakeOver(ColumnAccumulator other)
    {
        var texts = (TextAccumulator)other;
        Flush();
        texts.Flush();
        if (texts._registers is not null)
            CountMany(_values);
        _values.Merge(texts._values);
        if (_registers is not null)
        {
            texts.CountMany(texts._values);
            _registers.Merge(texts._registers!);
        }

        var (mine, theirs) = (_lengths, texts._lengths);
        _lengths = (Math.Min(mine.Least, theirs.Least), Math.Max(mine.Most, theirs.Most), mine.Sum + theirs.Sum, mine.Count + theirs.Count);
    }

    protected override ProfiledColumn Describe(ProfiledColumn profile)
    {
        Flush();
        return profile with
        {
            Distinct = _registers?.Estimate() ?? _values.Count,
            DistinctError = _registers is null ? 0 : HyperLogLog.Error,
            Top = [.. _values.Top(Listed).Select(value => new ValueCount(value.Text, value.Count))],
            TopError = _values.Error,
            Lengths = _lengths.Count == 0 ? null : new(_lengths.Least, _lengths.Most, (double)_lengths.Sum / _lengths.Count),
            Sketch = new ProfileSketch { Values = _values.Write(), Texts = _values.Texts(MostNamed), Registers = _registers?.Write(), Characters = _lengths.Sum },
        };
    }

    protected override bool TryRestore(ProfiledColumn profile, long rows)
    {
        if (profile is not { Sketch.Values: { } values, Top: not null })
            return false;
        var names = new Dictionary<ulong, string>();
        foreach (var text in profile.Top.Select(value => value.Value).Concat(profile.Sketch.Texts ?? []).OfType<string>())
            names[StableHash.Of(Encoding.UTF8.GetBytes(text))] = text;
        if (FrequentValues.Read(values, Capacity, names) is not { } read)
            return false;
        _values = read;
        _registers = profile.Sketch.Registers is { } registers ? HyperLogLog.Read(registers) : null;
        _values.Overflowing = CountMany;
        if (profile.Lengths is { } lengths)
            _lengths = (lengths.Minimum, lengths.Maximum, profile.Sketch.Characters, rows - profile.Missing);
        return (profile.Sketch.Registers is null) == (_registers is null) && _values.Overflowed == _registers is not null;
    }

    private void Flush()
    {
        for (var code = 0; code < _codes.Length; code++)
        {
            if (_codes[code] > 0)
                Add(_dictionary!, code, _codes[code]);
        }

        (_dictionary, _codes) = (null, []);
    }

    private void Add(ITextDictionary dictionary, int code, long count)
    {
        var utf8 = dictionary.Utf8(code);
        // Every code point has one byte that does not continue another.
        var length = 0L;
        foreach (var unit in utf8)
            length += (unit & 0xC0) == 0x80 ? 0 : 1;
        _lengths = (Math.Min(_lengths.Least, length), Math.Max(_lengths.Most, length), _lengths.Sum + (length * count), _lengths.Count + count);
        var hash = StableHash.Of(utf8);
        _values.Add(hash, count, () => Shown(dictionary.Text(code)));
        _registers?.Add(hash);
    }

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown];

    private void CountMany(FrequentValues values)
    {
        if (_registers is not null)
            return;
        _registers = new HyperLogLog();
        foreach (var hash in values.Hashes)
            _registers.Add(hash);
    }
}
