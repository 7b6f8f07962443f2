using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Numbers less their mean, so that sums of squares of resamples lose no digits.</summary>
internal sealed class CenteredTargets
{
    private CenteredTargets(double[] values) => Values = values;

    public double[] Values { get; }

    public static CenteredTargets Create(ScoredRows rows)
    {
        var labels = rows.Labels;
        var mean = labels.Length == 0 ? 0 : FixedSum.Sum(labels) / labels.Length;
        return new CenteredTargets(Array.ConvertAll(labels, label => label - mean));
    }

    /// <summary>The sum of squared distances from the mean of the rows drawn; exactly 0 when they are all equal.</summary>
    public double SquaredDeviations(ReadOnlySpan<double> weights, double total)
    {
        if (AllEqual(weights))
            return 0;
        var mean = CountedSum.Of(weights, Values) / total;
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        for (var i = 0; i < weights.Length; i++)
        {
            var distance = Values[i] - mean;
            lanes[i & 7] += weights[i] * (distance * distance);
        }

        return FixedSum.Fold(lanes);
    }

    private bool AllEqual(ReadOnlySpan<double> weights)
    {
        var first = weights.IndexOfAnyExcept(0.0);
        for (var i = first + 1; i < weights.Length && first >= 0; i++)
        {
            if (weights[i] != 0 && Values[i] != Values[first])
                return false;
        }

        return true;
    }
}
