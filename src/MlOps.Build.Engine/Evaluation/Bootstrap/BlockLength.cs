using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// The block length of the circular bootstrap that keeps the error of a mean's variance smallest, from the series' own
/// autocorrelation: Politis and White (2004) with the correction of Patton, Politis and White (2009). Independent rows give 1.
/// </summary>
internal static class BlockLength
{
    /// <summary>
    /// Twice the longest of what the rows' losses ask for, what their labels ask for, and the cube root of their number (Hall, Horowitz and
    /// Jing, 1995): other metrics weigh rows differently. These rules balance bias and variance of an estimated variance, but an interval
    /// suffers more from the bias, by which short blocks make it too narrow; see decision 0002 for the simulation. At most a third of the rows.
    /// </summary>
    public static int Of(ScoredRows rows, int[] order)
    {
        var losses = rows.ClassCount > 0 ? rows.LogLoss : rows.SquaredError;
        var own = Math.Max(
            Of(Array.ConvertAll(order, row => losses[row])),
            Of(Array.ConvertAll(order, row => (double)rows.Labels[row])));
        var longest = Math.Max(own, (int)Math.Ceiling(CubeRoot(order.Length) - 1e-9));
        return Math.Max(1, Math.Min(2 * longest, order.Length / 3));
    }

    /// <summary>For one series in the order of time, at least 1.</summary>
    public static int Of(double[] series)
    {
        var n = series.Length;
        if (n < 8)
            return 1;
        var window = Math.Max(5, (int)Math.Ceiling(Math.Sqrt(Log10(n))));
        var longest = Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + window);
        var covariances = Autocovariances(series, longest);
        if (covariances[0] <= 0)
            return 1;
        var lag = Math.Min(2 * LastLag(covariances, n, window), longest);
        var (derivative, spectrum) = (0.0, covariances[0]);
        for (var k = 1; k <= lag; k++)
        {
            var weight = FlatTop((double)k / lag);
            derivative += 2 * weight * k * covariances[k];
            spectrum += 2 * weight * covariances[k];
        }

        var ratio = derivative / spectrum;
        var block = CubeRoot(1.5 * ratio * ratio * n);
        var most = Math.Ceiling(Math.Min(3 * Math.Sqrt(n), n / 3.0));
        return double.IsFinite(block) ? (int)Math.Max(1, Math.Min(most, Math.Ceiling(block - 1e-9))) : 1;
    }

    // The smallest lag after which none of the next few autocorrelations is larger than chance (the paper's empirical rule).
    private static int LastLag(double[] covariances, int n, int window)
    {
        var limit = 2 * Math.Sqrt(Log10(n) / n) * covariances[0];
        for (var lag = 0; lag + window < covariances.Length; lag++)
        {
            var quiet = true;
            for (var k = 1; k <= window && quiet; k++)
                quiet = Math.Abs(covariances[lag + k]) < limit;
            if (quiet)
                return Math.Max(1, lag);
        }

        return Math.Max(1, Array.FindLastIndex(covariances, covariance => Math.Abs(covariance) >= limit));
    }

    private static double[] Autocovariances(double[] series, int longest)
    {
        var mean = FixedSum.Sum(series) / series.Length;
        var centered = Array.ConvertAll(series, value => value - mean);
        var covariances = new double[longest + 1];
        for (var k = 0; k <= longest; k++)
            covariances[k] = FixedSum.Dot(centered.AsSpan(k), centered.AsSpan(0, series.Length - k)) / series.Length;
        return covariances;
    }

    // Math.Cbrt is the C library's.
    private static double CubeRoot(double x) => x > 0 ? Inference.DeterministicMath.Exp(Inference.DeterministicMath.Log(x) / 3) : 0;

    private static double FlatTop(double share) => share <= 0.5 ? 1 : 2 * (1 - share);

    private static double Log10(double x) => Inference.DeterministicMath.Log(x) / 2.302585092994046;
}
