using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Numerics;

/// <summary>The distribution of Kolmogorov's statistic for one sample of n values, by the choice of methods of Simard and L'Ecuyer (2011).</summary>
internal static class KolmogorovSample
{
    private const double SquaredPi = 9.869604401089358;
    private const double RootTwoPi = 2.5066282746310002;

    /// <summary>P(D_n >= x), about 1e-10 relative in the tail.</summary>
    /// <param name="n">The number of values, whole, 1 or more.</param>
    /// <param name="x">0 to 1.</param>
    public static double Upper(double n, double x)
    {
        var square = n * x * x;
        if (n * x <= 0.5)
            return 1;
        if (x >= 1 || square >= 370)
            return 0;
        if (x >= 0.5 || square > (n <= 140 ? 4 : 2.2))
            return Math.Clamp(2 * Smirnov(n, x), 0, 1);
        var lower = n <= 140 || (n <= 100_000 && n * x * Math.Sqrt(x) <= 1.4) ? DurbinMatrix.Lower((int)n, x) : PelzGood(n, x);
        return Math.Clamp(1 - lower, 0, 1);
    }

    // P(D_n+ >= x) = x Σ C(n, j) (x + j/n)^(j - 1) (1 - x - j/n)^(n - j) (Smirnov, 1944); each term is a binomial probability by x + j/n.
    private static double Smirnov(double n, double x)
    {
        var sum = 0.0;
        for (var j = 0.0; j <= Math.Floor(n * (1 - x)); j++)
        {
            var p = x + (j / n);
            sum += x / p * SaddlePoint.Binomial(j, n, p);
        }

        return sum;
    }

    // Kernel: the four terms of Pelz and Good (1976) as Simard and L'Ecuyer write them for small arguments; splitting would hide the pattern.
    private static double PelzGood(double n, double x)
    {
        var z = Math.Sqrt(n) * x;
        var (z2, z4, z6) = (z * z, z * z * z * z, z * z * z * z * z * z);
        var (p4, p6) = (SquaredPi * SquaredPi, SquaredPi * SquaredPi * SquaredPi);
        var (k0, k1, k2, k3) = (0.0, 0.0, 0.0, 0.0);
        var (extra2, extra3) = (0.0, 0.0);
        var last = (int)Math.Ceiling(16 * z / Math.PI);
        for (var k = last; k >= 1; k--)
        {
            double m2 = ((2 * k) - 1) * ((2 * k) - 1), m4 = m2 * m2, m6 = m4 * m2, kk = (double)k * k;
            var term = DeterministicMath.Exp(-SquaredPi * m2 / (8 * z2));
            k0 += term;
            k1 += term * ((SquaredPi / 4 * m2) - z2);
            k2 += term * ((6 * z6) + (2 * z4) + (((2 * z4) - (5 * z2)) * SquaredPi / 4 * m2) + (p4 * (1 - (2 * z2)) / 16 * m4));
            k3 += term * ((-30 * z6) - (90 * z6 * z2) + (SquaredPi * ((135 * z4) - (96 * z6)) / 4 * m2)
                + (p4 * ((-60 * z2) + (212 * z4)) / 16 * m4) + (p6 * (5 - (30 * z2)) / 64 * m6));
            var even = DeterministicMath.Exp(-SquaredPi * kk / (2 * z2)) * kk;
            extra2 += even;
            extra3 += even * ((3 * z2) - (SquaredPi * kk));
        }

        var first = RootTwoPi * k0 / z;
        var second = RootTwoPi * k1 / (6 * z4);
        var third = (RootTwoPi * k2 / (72 * z6 * z)) - (SquaredPi * RootTwoPi / (36 * z2 * z) * extra2);
        var fourth = (RootTwoPi * k3 / (6480 * z6 * z4)) + (SquaredPi * RootTwoPi / (216 * z6) * extra3);
        return first + (second / Math.Sqrt(n)) + (third / n) + (fourth / (n * Math.Sqrt(n)));
    }
}
