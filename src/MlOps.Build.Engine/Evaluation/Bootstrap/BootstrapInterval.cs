using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>An interval read off resampled values.</summary>
internal readonly record struct BootstrapInterval(double Low, double High)
{
    /// <summary>Below this share of defined resamples the tails could hide anything.</summary>
    public const double LeastDefinedShare = 0.9;

    /// <summary>
    /// The percentile interval (Efron and Tibshirani, 1993, chapter 13): the quantiles (1 - confidence) / 2 and (1 + confidence) / 2 of
    /// the resampled values. Null when too few are defined.
    /// </summary>
    public static BootstrapInterval? Percentile(ReadOnlySpan<double> draws, double confidence) =>
        Sorted(draws) is { } sorted ? Between(sorted, (1 - confidence) / 2, (1 + confidence) / 2) : null;

    /// <summary>
    /// The BCa interval (Efron, 1987; DiCiccio and Efron, 1996, section 2): the quantiles are moved by the bias correction
    /// z0 = quantile(share of draws below the value, ties half) and the acceleration. Where the correction has no finite value, as
    /// when every draw lies on one side, it is the percentile interval. Null when too few draws are defined.
    /// </summary>
    /// <param name="draws">The resampled values; NaN where undefined.</param>
    /// <param name="value">The value on the rows themselves.</param>
    /// <param name="acceleration">See <see cref="Acceleration"/>; NaN when it is not known.</param>
    /// <param name="confidence">0 to 1.</param>
    public static BootstrapInterval? Bca(ReadOnlySpan<double> draws, double value, double acceleration, double confidence)
    {
        if (Sorted(draws) is not { } sorted)
            return null;
        var bias = NormalDistribution.Quantile(ShareBelow(sorted, value));
        var low = Moved((1 - confidence) / 2, bias, acceleration);
        var high = Moved((1 + confidence) / 2, bias, acceleration);
        return double.IsFinite(low) && double.IsFinite(high)
            ? Between(sorted, low, high)
            : Between(sorted, (1 - confidence) / 2, (1 + confidence) / 2);
    }

    private static double Moved(double share, double bias, double acceleration)
    {
        var z = bias + NormalDistribution.Quantile(share);
        var shrink = 1 - (acceleration * z);
        return shrink > 0 ? NormalDistribution.Cumulative(bias + (z / shrink)) : double.NaN;
    }

    private static double ShareBelow(double[] sorted, double value)
    {
        var (below, equal) = (0, 0);
        foreach (var draw in sorted)
        {
            below += draw < value ? 1 : 0;
            equal += draw == value ? 1 : 0;
        }

        return (below + (0.5 * equal)) / sorted.Length;
    }

    private static BootstrapInterval Between(double[] sorted, double low, double high) =>
        new(Quantile.At(sorted, low), Quantile.At(sorted, high));

    private static double[]? Sorted(ReadOnlySpan<double> draws)
    {
        var defined = new double[draws.Length];
        var count = 0;
        foreach (var draw in draws)
        {
            if (!double.IsNaN(draw))
                defined[count++] = draw;
        }

        if (count < 2 || count < LeastDefinedShare * draws.Length)
            return null;
        Array.Resize(ref defined, count);
        Array.Sort(defined);
        return defined;
    }
}
