using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// Probabilities of counts without cancellation, by the saddle-point expansion of Loader (2000, Fast and Accurate Computation of Binomial
/// Probabilities).
/// </summary>
internal static class SaddlePoint
{
    private const double HalfLogTwoPi = 0.9189385332046727;
    private const double TwoPi = 6.283185307179586;

    /// <summary>P(X = k) of n draws that each succeed with p, 0 to 1.</summary>
    public static double Binomial(double k, double n, double p)
    {
        if (k < 0 || k > n)
            return 0;
        if (p <= 0 || p >= 1)
            return (p <= 0 ? k == 0 : k == n) ? 1 : 0;
        if (k == 0)
            return DeterministicMath.Exp(n * DeterministicMath.Log1p(-p));
        if (k == n)
            return DeterministicMath.Exp(n * DeterministicMath.Log(p));
        var log = Remainder(n) - Remainder(k) - Remainder(n - k) - Deviance(k, n * p) - Deviance(n - k, n * (1 - p));
        return Math.Sqrt(n / (TwoPi * k * (n - k))) * DeterministicMath.Exp(log);
    }

    /// <summary>P(X = k) marked ones among so many drawn without replacement.</summary>
    public static double Hypergeometric(double k, double marked, double others, double drawn)
    {
        if (k < 0 || k > marked || drawn - k > others || drawn - k < 0)
            return 0;
        var p = drawn / (marked + others);
        return p is 0 or 1 ? 1 : Binomial(k, marked, p) * Binomial(drawn - k, others, p) / Binomial(drawn, marked + others, p);
    }

    // ln n! minus Stirling's approximation.
    private static double Remainder(double n)
    {
        if (n <= 15)
            return SpecialFunctions.LogGamma(n + 1) - ((n + 0.5) * DeterministicMath.Log(n)) + n - HalfLogTwoPi;
        var square = n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }

    // x ln(x / mean) + mean - x, near the mean by a series in (x - mean) / (x + mean).
    private static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean))
            return (x * DeterministicMath.Log(x / mean)) + mean - x;
        var v = (x - mean) / (x + mean);
        var sum = (x - mean) * v;
        var term = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
                break;
            sum = next;
        }

        return sum;
    }
}
