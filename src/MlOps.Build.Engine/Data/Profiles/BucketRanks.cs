using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Profiles.Sketches;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>Quantiles and a histogram from counts by value or by range of values.</summary>
internal sealed class BucketRanks
{
    private const int Bins = 20;

    private static readonly double[] Shares = [0, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99, 1];

    private readonly List<(double Low, double High, long Count)> _ranges;
    private readonly long[] _through;

    /// <param name="buckets">Not empty.</param>
    /// <param name="ends">The smallest and the largest value, which are known exactly.</param>
    /// <param name="form">What the bits mean.</param>
    public BucketRanks(ValueBuckets buckets, (ulong Least, ulong Most) ends, NumberForm form)
    {
        _ranges = [.. buckets.Sorted().Select(range =>
            (form.Number(Math.Clamp(range.Low, ends.Least, ends.Most)), form.Number(Math.Clamp(range.High, ends.Least, ends.Most)), range.Count))];
        _through = new long[_ranges.Count];
        var sum = 0L;
        for (var i = 0; i < _through.Length; i++)
            _through[i] = sum += _ranges[i].Count;
    }

    public IReadOnlyList<ProfiledQuantile> Quantiles() => [.. Shares.Select(Quantile)];

    public (IReadOnlyList<double> Edges, IReadOnlyList<long> Counts) Histogram()
    {
        var (least, most) = (_ranges[0].Low, _ranges[^1].High);
        if (!(most > least) || !double.IsFinite(most - least))
            return ([least, most], [_through[^1]]);
        var (edges, counts) = (new double[Bins + 1], new long[Bins]);
        for (var i = 0; i <= Bins; i++)
            edges[i] = i == Bins ? most : least + ((most - least) / Bins * i);
        foreach (var (low, high, count) in _ranges)
        {
            var place = Array.BinarySearch(edges, Middle(low, high));
            counts[Math.Clamp(place >= 0 ? place : ~place - 1, 0, Bins - 1)] += count;
        }

        return (edges, counts);
    }

    private ProfiledQuantile Quantile(double share)
    {
        var at = share * (_through[^1] - 1);
        var (first, part) = ((long)Math.Floor(at), at - Math.Floor(at));
        var (below, above) = (Range(first), Range(Math.Min(first + 1, _through[^1] - 1)));
        var (low, high) = (Between(below.Low, above.Low, part), Between(below.High, above.High, part));
        if (low == high)
            return new(share, low);
        // Both ends are values themselves.
        return share == 0 ? new(share, _ranges[0].Low) : share == 1 ? new(share, _ranges[^1].High) : new(share, Middle(low, high), low, high);
    }

    private (double Low, double High, long Count) Range(long rank)
    {
        var index = Array.BinarySearch(_through, rank + 1);
        return _ranges[index >= 0 ? index : ~index];
    }

    private static double Between(double low, double high, double part) => part == 0 ? low : (low * (1 - part)) + (high * part);

    private static double Middle(double low, double high) => low == high ? low : (low / 2) + (high / 2);
}
