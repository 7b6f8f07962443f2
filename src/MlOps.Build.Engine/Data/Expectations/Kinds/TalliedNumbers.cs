using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Numbers with how often each occurs, ascending.</summary>
internal sealed class TalliedNumbers
{
    private readonly double[] _values;
    private readonly long[] _upTo;

    public TalliedNumbers(TallyPart part, ColumnType type)
    {
        _values = Array.ConvertAll(part.Sorted, entry => OrderKey.Number(type, entry.Key));
        _upTo = new long[_values.Length];
        for (var i = 0; i < _upTo.Length; i++)
            _upTo[i] = (i > 0 ? _upTo[i - 1] : 0) + part.Sorted[i].Count;
    }

    public long Count => _upTo[^1];

    public double Least => _values[0];

    public double Largest => _values[^1];

    /// <summary>The largest distance between the share of numbers up to a value and a distribution function.</summary>
    public double Distance(Func<double, double> cumulative)
    {
        var largest = 0.0;
        for (var i = 0; i < _values.Length; i++)
        {
            var expected = cumulative(_values[i]);
            var (before, after) = ((i > 0 ? _upTo[i - 1] : 0) / (double)Count, _upTo[i] / (double)Count);
            largest = Math.Max(largest, Math.Max(after - expected, expected - before));
        }

        return largest;
    }

    /// <summary>Numbers below the first edge, in each bin and above the last edge; the last bin holds its upper edge too.</summary>
    public long[] Bins(IReadOnlyList<double> edges)
    {
        var counts = new long[edges.Count + 1];
        for (var i = 0; i < _values.Length; i++)
        {
            var bin = 0;
            while (bin < edges.Count && _values[i] >= edges[bin])
                bin++;
            counts[_values[i] == edges[^1] ? edges.Count - 1 : bin] += _upTo[i] - (i > 0 ? _upTo[i - 1] : 0);
        }

        return counts;
    }

    /// <summary>One of the numbers, each row with the same chance.</summary>
    public double Draw(SeededRandom random)
    {
        var row = Count <= int.MaxValue ? random.Next((int)Count) : (long)(random.NextDouble() * Count);
        var at = Array.BinarySearch(_upTo, row + 1);
        return _values[at >= 0 ? at : ~at];
    }
}
