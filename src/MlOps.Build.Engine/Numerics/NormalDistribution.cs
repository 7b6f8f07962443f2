using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Numerics;

/// <summary>The standard normal distribution, with the same bits on every processor.</summary>
internal static class NormalDistribution
{
    private const double InverseSqrtTwoPi = 0.3989422804014327;

    // From here on the continued fraction needs fewer terms than the series.
    private const double TailFrom = 3;

    // Below e^(-0.5 * 38.6²) there is no number.
    private const double Beyond = 38.6;

    // Enough for full precision from TailFrom on.
    private const int FractionTerms = 120;

    // P and Q of AS241's three ranges, the highest power first.
    private static ReadOnlySpan<double> CentralP =>
    [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4,
        1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080,
    ];

    private static ReadOnlySpan<double> CentralQ =>
    [
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3,
        6.8718700749205790830e2, 4.2313330701600911252e1, 1,
    ];

    private static ReadOnlySpan<double> MiddleP =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258, 3.64784832476320460504,
        5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734,
    ];

    private static ReadOnlySpan<double> MiddleQ =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1,
    ];

    private static ReadOnlySpan<double> TailP =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720,
    ];

    private static ReadOnlySpan<double> TailQ =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
    ];

    /// <summary>
    /// P(Z &lt;= x): in the middle the series x + x³/3 + x⁵/(3·5) + … times the density (Marsaglia, 2004), in the tails Laplace's
    /// continued fraction (Abramowitz and Stegun, 26.2.14), so that small probabilities keep their digits.
    /// </summary>
    public static double Cumulative(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > TailFrom)
            return 1 - UpperTail(x);
        return x < -TailFrom ? UpperTail(-x) : 0.5 + (Density(x) * OddSeries(x));
    }

    /// <summary>P(|Z| >= |x|), the two-sided p-value of x.</summary>
    public static double TwoSided(double x) => Math.Min(1, 2 * Cumulative(-Math.Abs(x)));

    /// <summary>The x with P(Z &lt;= x) = p: PPND16 of algorithm AS241 (Wichura, 1988), about 1e-16 relative. Infinite at 0 and 1.</summary>
    public static double Quantile(double p)
    {
        if (double.IsNaN(p) || p < 0 || p > 1)
            return double.NaN;
        if (p is 0 or 1)
            return p == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var s = 0.180625 - (q * q);
            return q * Polynomial(CentralP, s) / Polynomial(CentralQ, s);
        }

        var r = Math.Sqrt(-DeterministicMath.Log(q < 0 ? p : 1 - p));
        var x = r <= 5
            ? Polynomial(MiddleP, r - 1.6) / Polynomial(MiddleQ, r - 1.6)
            : Polynomial(TailP, r - 5) / Polynomial(TailQ, r - 5);
        return q < 0 ? -x : x;
    }

    private static double Density(double x) => InverseSqrtTwoPi * DeterministicMath.Exp(-0.5 * x * x);

    private static double OddSeries(double x)
    {
        var term = x;
        var sum = x;
        for (var odd = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return sum;
    }

    private static double UpperTail(double x)
    {
        if (x > Beyond)
            return 0;
        var fraction = x;
        for (var k = FractionTerms; k >= 1; k--)
            fraction = x + (k / fraction);
        return Density(x) / fraction;
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
