using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Numbers less their mean, so that sums of squares of resamples lose no digits.</summary>
internal sealed class CenteredTargets
{
    private CenteredTargets(double[] values) => Values = values;

    public double[] Values { get; }

    public static CenteredTargets Create(float[] labels)
    {
        var mean = labels.Length == 0 ? 0 : FixedSum.Sum(labels) / labels.Length;
        return new CenteredTargets(Array.ConvertAll(labels, label => label - mean));
    }

    /// <summary>The sum of squared distances from the mean of the rows drawn; exactly 0 when they are all equal.</summary>
    public double SquaredDeviations(ReadOnlySpan<int> counts, long total)
    {
        if (AllEqual(counts))
            return 0;
        var mean = CountedSum.Of(counts, Values) / total;
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        for (var i = 0; i < counts.Length; i++)
        {
            var distance = Values[i] - mean;
            lanes[i & 7] += counts[i] * (distance * distance);
        }

        return FixedSum.Fold(lanes);
    }

    private bool AllEqual(ReadOnlySpan<int> counts)
    {
        var first = counts.IndexOfAnyExcept(0);
        for (var i = first + 1; i < counts.Length && first >= 0; i++)
        {
            if (counts[i] != 0 && Values[i] != Values[first])
                return false;
        }

        return true;
    }
}
