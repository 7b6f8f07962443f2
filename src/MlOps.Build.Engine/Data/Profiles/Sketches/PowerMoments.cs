using System.Numerics;

namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>Moments from exact sums of powers: each is the exact value but for the last bit or two.</summary>
internal static class PowerMoments
{
    private const int Unit = 1088;

    /// <summary>Null without values.</summary>
    public static double? Mean(PowerSums sums) => sums.Count == 0 ? null : Quotient(sums.Sums()[0], sums.Count, -Unit);

    /// <summary>Of a sample (n - 1); null with fewer than two values.</summary>
    public static double? Deviation(PowerSums sums) => sums.Count < 2
        ? null
        : Root(Second(sums), (BigInteger)sums.Count * (sums.Count - 1), -2 * Unit);

    /// <summary>Of a population; null when all values are equal.</summary>
    public static double? Skewness(PowerSums sums)
    {
        var (n, second, s) = ((BigInteger)sums.Count, Second(sums), sums.Sums());
        if (second.IsZero)
            return null;
        var third = (n * n * s[2]) - (3 * n * s[0] * s[1]) + (2 * s[0] * s[0] * s[0]);
        return third.Sign * Math.Sqrt(Quotient(third * third, second * second * second, 0));
    }

    /// <summary>The excess over the normal distribution's, of a population; null when all values are equal.</summary>
    public static double? Kurtosis(PowerSums sums)
    {
        var (n, second, s) = ((BigInteger)sums.Count, Second(sums), sums.Sums());
        if (second.IsZero)
            return null;
        var fourth = (n * n * n * s[3]) - (4 * n * n * s[0] * s[2]) + (6 * n * s[0] * s[0] * s[1]) - (3 * s[0] * s[0] * s[0] * s[0]);
        return Quotient(fourth - (3 * second * second), second * second, 0);
    }

    // n² times the second central moment.
    private static BigInteger Second(PowerSums sums) => (sums.Count * sums.Sums()[1]) - (sums.Sums()[0] * sums.Sums()[0]);

    // (a / b) 2^exponent with 64 bits before it is rounded.
    private static double Quotient(BigInteger a, BigInteger b, int exponent)
    {
        var (quotient, scale) = Divided(a, b);
        return Math.ScaleB(quotient, exponent + scale);
    }

    // The root of that; a square may be beyond what a double holds where its root is not.
    private static double Root(BigInteger a, BigInteger b, int exponent)
    {
        var (quotient, scale) = Divided(a, b);
        var odd = (exponent + scale) & 1;
        return Math.ScaleB(Math.Sqrt(Math.ScaleB(quotient, odd)), (exponent + scale - odd) / 2);
    }

    // a / b as a number of 64 bits, rounded, and a power of two.
    private static (double Quotient, int Scale) Divided(BigInteger a, BigInteger b)
    {
        var shift = (int)(b.GetBitLength() - BigInteger.Abs(a).GetBitLength()) + 64;
        var quotient = shift >= 0 ? (a << shift) / b : a / (b << -shift);
        return ((double)quotient, -shift);
    }
}
