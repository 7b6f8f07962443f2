using System.Numerics;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>What <see cref="ExtremesMetric"/> gathers.</summary>
internal sealed class ExtremesPart(ExtremesMetric metric) : MetricPart
{
    private ulong[] _present = [];
    private ITextDictionary? _dictionary;
    private ulong[] _seen = [];

    public bool Any { get; private set; }

    public long Lowest { get; private set; } = long.MaxValue;

    public long Highest { get; private set; } = long.MinValue;

    /// <summary>The first text by code points; of a text column with values only.</summary>
    public string? First { get; private set; }

    public string? Last { get; private set; }

    public override void Add(BatchView view)
    {
        if (_present.Length < view.Words)
            _present = new ulong[view.Words];
        var present = _present.AsSpan(0, view.Words);
        view.Present(metric.Column, metric.Condition, present);
        if (view.Column(metric.Column) is TextBatch texts)
            AddTexts(texts, present);
        else
            AddKeys(view.Keys(metric.Column), present);
    }

    public override void Merge(MetricPart other)
    {
        var part = (ExtremesPart)other;
        Any |= part.Any;
        (Lowest, Highest) = (Math.Min(Lowest, part.Lowest), Math.Max(Highest, part.Highest));
        Widen(part.First);
        Widen(part.Last);
    }

    private void AddKeys(ReadOnlySpan<long> keys, ReadOnlySpan<ulong> present)
    {
        var (low, high) = (Lowest, Highest);
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
            {
                var key = keys[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                low = Math.Min(low, key);
                high = Math.Max(high, key);
                Any = true;
            }
        }

        (Lowest, Highest) = (low, high);
    }

    private void AddTexts(TextBatch texts, ReadOnlySpan<ulong> present)
    {
        if (!ReferenceEquals(texts.Dictionary, _dictionary))
            (_dictionary, _seen) = (texts.Dictionary, []);
        if (_seen.Length < (texts.Dictionary.Count + 63) >> 6)
            Array.Resize(ref _seen, ((texts.Dictionary.Count + 63) >> 6) * 2);
        for (var word = 0; word < present.Length; word++)
        {
            for (var bits = present[word]; bits != 0; bits &= bits - 1)
            {
                var code = texts.Codes[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                if ((_seen[code >> 6] >> (code & 63) & 1) != 0)
                    continue;
                _seen[code >> 6] |= 1UL << (code & 63);
                Widen(texts.Dictionary.Text(code));
            }
        }
    }

    private void Widen(string? text)
    {
        if (text is null)
            return;
        Any = true;
        if (First is null || CodePoints.Compare(text, First) < 0)
            First = text;
        if (Last is null || CodePoints.Compare(text, Last) > 0)
            Last = text;
    }
}
