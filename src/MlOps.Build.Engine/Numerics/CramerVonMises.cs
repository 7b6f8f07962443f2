using System.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Numerics;

/// <summary>Distributions of the criterion of Cramér and von Mises.</summary>
internal static class CramerVonMises
{
    private const double PiToOneAndAHalf = 5.568327996831708;

    /// <summary>The limiting distribution function (Csörgő and Faraway, 1996, equation 1.3), about 1e-10 absolute.</summary>
    public static double Limit(double x)
    {
        var sum = 0.0;
        for (var k = 0; k < 1000; k++)
        {
            var y = (4.0 * k) + 1;
            var q = y * y / (16 * x);
            var factor = DeterministicMath.Exp(SpecialFunctions.LogGamma(k + 0.5) - SpecialFunctions.LogGamma(k + 1.0) - (2 * q));
            var term = factor / (PiToOneAndAHalf * Math.Sqrt(x)) * Math.Sqrt(y) * BesselK.Scaled(0.25, q);
            sum += term;
            if (term < 1e-12)
                break;
        }

        return sum;
    }

    /// <summary>
    /// P(U >= u) for small samples without equal values: the frequencies of all sums of squares over the orders of both (Xiao, Gordon and
    /// Yakovlev, 2006, algorithm 1).
    /// </summary>
    public static double AtLeast(double u, int m, int n)
    {
        var multiple = (long)m * n / (long)BigInteger.GreatestCommonDivisor(m, n);
        var (a, b, product) = (multiple / m, multiple / n, (double)m * n);
        var least = Math.Floor(multiple * multiple * (m + n) * ((6 * u) - (product * ((4 * product) - 1))) / (6 * product * product));
        var row = new Dictionary<long, double>[m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var v = 0; v <= m; v++)
                row[v] = Moved(i == 0 ? null : row[v], v == 0 ? null : row[v - 1], Square((a * v) - (b * i)), start: i == 0 && v == 0);
        }

        var (all, beyond) = (row[m].Values.Sum(), row[m].Where(pair => pair.Key >= least).Sum(pair => pair.Value));
        return beyond / all;
    }

    private static Dictionary<long, double> Moved(Dictionary<long, double>? first, Dictionary<long, double>? second, long by, bool start)
    {
        var moved = new Dictionary<long, double>();
        if (start)
            moved[by] = 1;
        foreach (var (sum, count) in (first ?? []).Concat(second ?? []))
            moved[sum + by] = moved.GetValueOrDefault(sum + by) + count;
        return moved;
    }

    private static long Square(long x) => x * x;
}
