using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Numerics;

/// <summary>The modified Bessel function of the second kind (DLMF 10.25).</summary>
internal static class BesselK
{
    private const double Step = 0.125;

    /// <summary>
    /// e^x K_ν(x), x above 0, by the trapezoidal rule on DLMF 10.32.9: the integrand falls off twice exponentially, so the rule is exact to
    /// double precision with steps of 1/8.
    /// </summary>
    public static double Scaled(double order, double x)
    {
        var sum = 0.5;
        for (var i = 1; i < 10_000; i++)
        {
            var (up, part) = (DeterministicMath.Exp(i * Step), DeterministicMath.Exp(order * i * Step));
            var term = DeterministicMath.Exp(-x * (((up + (1 / up)) / 2) - 1)) * (part + (1 / part)) / 2;
            sum += term;
            if (term < sum * 1e-17)
                break;
        }

        return Step * sum;
    }
}
