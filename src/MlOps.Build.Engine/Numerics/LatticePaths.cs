using System.Numerics;

namespace MlOps.Build.Engine.Numerics;

/// <summary>Two samples sorted together as a path through a lattice: a step right for a value of the first, up for one of the second.</summary>
internal static class LatticePaths
{
    /// <summary>
    /// The share of all paths that somewhere are at least so far from the diagonal, |i/n - j/m| >= distance: the exact p-value of the statistic of
    /// Kolmogorov and Smirnov (Hodges, 1958). Shares are added, never subtracted, so small ones keep their digits.
    /// </summary>
    public static double Outside(int n, int m, double distance)
    {
        var (large, small) = (Math.Max(n, m), Math.Min(n, m));
        var divisor = (long)BigInteger.GreatestCommonDivisor(large, small);
        var limit = (long)Math.Round(distance * (large / divisor * small));
        return limit == 0 ? 1 : large == small ? OfSquare(large, limit) : OfRectangle(large, small, divisor, limit);
    }

    // Reflections of equal samples (Gnedenko and Korolyuk, 1951), factored so that nothing cancels.
    private static double OfSquare(int n, long limit)
    {
        var outside = 0.0;
        for (var k = n / limit; k >= 0; k--)
        {
            var term = 1.0;
            for (var j = 0L; j < limit; j++)
                term = (n - (k * limit) - j) * term / (n + (k * limit) + j + 1);
            outside = term * (1 - outside);
        }

        return Math.Clamp(2 * outside, 0, 1);
    }

    // Column by column: the share at (i, j) mixes those of the two places that lead there, as i to j. Places outside count as 1.
    private static double OfRectangle(long n, long m, long divisor, long limit)
    {
        var (right, up) = (m / divisor, n / divisor);
        var shares = new double[m + 1];
        Array.Fill(shares, 1);
        Array.Clear(shares, 0, (int)Math.Min((limit + up - 1) / up, m + 1));
        for (var i = 1L; i <= n; i++)
        {
            var first = Math.Min(Math.Max(FloorDivide((right * i) - limit, up) + 1, 0), m);
            var end = Math.Min(((right * i) + limit + up - 1) / up, m + 1);
            if (end <= first)
                return 1;
            var share = first == 0 ? 0 : 1.0;
            for (var j = first; j < end; j++)
                shares[j] = share = ((shares[j] * i) + (share * j)) / (i + j);
        }

        return Math.Clamp(shares[m], 0, 1);
    }

    private static long FloorDivide(long a, long b) => (a / b) - (a % b < 0 ? 1 : 0);
}
