using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// The bootstrap's spread is that of n values divided by n, not by n - 1, and its quantiles are the normal distribution's, not Student's,
/// so its intervals are too narrow when few pieces are drawn. The expanded percentile interval (Hesterberg, 2015, What Teachers Should
/// Know About the Bootstrap) reads them off farther out: at the share p where z(p) sqrt((n - 1) / n) is the t quantile with n - 1 degrees
/// of freedom.
/// </summary>
internal static class SmallSample
{
    /// <summary>The confidence to read an interval at, so that it covers with <paramref name="confidence"/>; 0 to 1.</summary>
    /// <param name="confidence">0 to 1, both excluded.</param>
    /// <param name="pieces">How many independent pieces a resample draws: rows, groups or runs.</param>
    public static double Expanded(double confidence, double pieces)
    {
        var n = Math.Max(2, pieces);
        return 1 - NormalDistribution.TwoSided(StudentT.Critical(confidence, n - 1) * Math.Sqrt(n / (n - 1)));
    }
}
