using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Numerics;

/// <summary>The limiting distribution of Kolmogorov's statistic.</summary>
internal static class Kolmogorov
{
    private const double SquaredPi = 9.869604401089358;
    private const double RootTwoPi = 2.5066282746310002;

    /// <summary>P(K > x) = 2 Σ (-1)^(j-1) exp(-2 j² x²); below 1 by the theta function's other series, which converges fast there.</summary>
    public static double Upper(double x)
    {
        if (x <= 0)
            return 1;
        return x < 1 ? 1 - LowerSeries(x) : UpperSeries(x);
    }

    private static double UpperSeries(double x)
    {
        var sum = 0.0;
        for (var j = 1; j <= 10; j++)
            sum += (j % 2 == 1 ? 2 : -2) * DeterministicMath.Exp(-2.0 * j * j * x * x);
        return sum;
    }

    private static double LowerSeries(double x)
    {
        var sum = 0.0;
        for (var j = 1; j <= 19; j += 2)
            sum += DeterministicMath.Exp(-j * j * SquaredPi / (8 * x * x));
        return RootTwoPi / x * sum;
    }
}
