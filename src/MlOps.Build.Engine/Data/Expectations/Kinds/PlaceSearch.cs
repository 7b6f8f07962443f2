using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>
/// Finds the keys at some places of a column's present values in ascending order, without keeping them all. A reading counts rows by ranges
/// of keys; the ranges that hold the places are divided again, or once they hold few rows, counted key by key.
/// </summary>
internal sealed class PlaceSearch
{
    private const int Ranges = 4096;
    private readonly TallyMetric _tally;
    private readonly Dictionary<long, long> _found = [];
    private List<Stretch> _open;

    /// <param name="tally">Names column, condition and how many values are kept.</param>
    /// <param name="sample">The values that were kept: chosen by their hash, so that they divide all values well.</param>
    /// <param name="places">From 0 on.</param>
    public PlaceSearch(TallyMetric tally, TallyPart sample, IEnumerable<long> places)
    {
        _tally = tally;
        _open = [new(new KeyRange(long.MinValue, long.MaxValue), 0, sample.Count, [.. places.Distinct()])];
        var step = (sample.Distinct / Ranges) + 1;
        var edges = sample.Entries.Where((entry, index) => index % step == 0 && entry.Key > long.MinValue).Select(entry => entry.Key).Order().ToList();
        Next = edges.Count == 0 ? Divide() : new KeySpansMetric(
            tally.Column,
            tally.Condition,
            [.. edges.Prepend(long.MinValue).Zip(edges.Select(edge => edge - 1).Append(long.MaxValue), (low, high) => new KeyRange(low, high))],
            Each: false);
    }

    /// <summary>What the next reading has to gather; null when all is found.</summary>
    public KeySpansMetric? Next { get; private set; }

    public long KeyAt(long place) => _found[place];

    /// <summary>Takes what was asked for.</summary>
    public void Take(MetricValues values)
    {
        if (Next is null)
            return;
        var (spans, open, at) = (KeySpansMetric.Of(values, Next), new List<Stretch>(), 0);
        foreach (var stretch in _open)
        {
            var before = stretch.Before;
            for (; at < spans.Count && spans[at].Low <= stretch.Keys.High; before += spans[at++].Rows)
            {
                var span = spans[at];
                var places = Array.FindAll(stretch.Places, place => place >= before && place < before + span.Rows);
                if (span.Low < span.High && places.Length > 0)
                    open.Add(new(new KeyRange(span.Low, span.High), before, span.Rows, places));
                foreach (var place in span.Low == span.High ? places : [])
                    _found[place] = span.Low;
            }
        }

        _open = open;
        Next = open.Count == 0 ? null : Divide();
    }

    private KeySpansMetric Divide()
    {
        var each = _open.Sum(stretch => stretch.Rows) <= _tally.MostDistinct;
        var parts = (ulong)(each ? 1 : Math.Max(2, Ranges / _open.Count));
        return new(_tally.Column, _tally.Condition, [.. _open.SelectMany(stretch => Divide(stretch.Keys, parts))], each);
    }

    private static IEnumerable<KeyRange> Divide(KeyRange keys, ulong parts)
    {
        var width = (ulong)keys.High - (ulong)keys.Low;
        var step = width / parts;
        for (var first = 0UL; ; first += step + 1)
        {
            var last = width - first <= step ? width : first + step;
            yield return new KeyRange((long)((ulong)keys.Low + first), (long)((ulong)keys.Low + last));
            if (last == width)
                yield break;
        }
    }

    /// <summary>A range of keys that holds places.</summary>
    private sealed record Stretch(KeyRange Keys, long Before, long Rows, long[] Places);
}
