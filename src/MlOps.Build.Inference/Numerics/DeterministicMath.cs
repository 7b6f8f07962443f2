namespace MlOps.Build.Inference;

/// <summary>
/// Exponentials and logarithms with the same bits on every processor and runtime: additions, multiplications and divisions of IEEE 754
/// in a fixed order, without fused operations and without the C library, whose results differ from platform to platform.
/// </summary>
public static class DeterministicMath
{
    private const double InverseLn2 = 1.4426950408889634;

    // ln 2 in two parts (Cody and Waite, 1980): the first has 21 trailing zero bits, so its product with any exponent is exact.
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019412;

    /// <summary>e to the power of <paramref name="x"/>; the error is below 1 ulp. Infinite above 709.78, zero below -745.13.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > LargestExponent)
            return double.PositiveInfinity;
        if (x < SmallestExponent)
            return 0;

        var k = (int)Math.Floor((x * InverseLn2) + 0.5);
        var high = x - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var lost = (high - r) - low;
        return Scale(1 + (r + (lost + (r * r * Polynomial(ExpSeries, r)))), k);
    }

    /// <summary>The natural logarithm; the error is below 1 ulp. Negative infinity at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x))
            return x;

        var (mantissa, exponent) = Split(x);
        return LogOf(mantissa - 1, exponent, 0);
    }

    /// <summary>ln(1 + <paramref name="x"/>), accurate near 0; the error is below 1.5 ulp. Negative infinity at -1, NaN below.</summary>
    public static double Log1p(double x)
    {
        if (double.IsNaN(x) || x < -1)
            return double.NaN;
        if (x == -1)
            return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x) || Math.Abs(x) < 1e-300)
            return x;
        if (x is > -0.29 and < 0.41)
            return LogOf(x, 0, 0);

        // What the addition rounded away comes back as the first term of ln(u + c) = ln u + c / u.
        var u = 1 + x;
        var c = x >= 1 ? 1 - (u - x) : x - (u - 1);
        var (mantissa, exponent) = Split(u);
        return LogOf(mantissa - 1, exponent, c / u);
    }

    /// <summary>The logistic function 1 / (1 + e^-x), without overflow; the relative error is below 2 ulp.</summary>
    public static double Sigmoid(double x)
    {
        if (x >= 0)
            return 1 / (1 + Exp(-x));
        var e = Exp(x);
        return e / (1 + e);
    }

    /// <summary>Replaces scores by e^score / sum of e^score, shifted by the largest so that nothing overflows. Does nothing for no score.</summary>
    public static void Softmax(Span<double> scores)
    {
        if (scores.IsEmpty)
            return;
        var largest = scores[0];
        foreach (var score in scores)
            largest = Math.Max(largest, score);
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Exp(scores[i] - largest);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
    }

    // (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2: the Taylor series to r^11, whose remainder is below 2^-60; the last coefficient first.
    private static readonly double[] ExpSeries =
    [
        1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120,
        1.0 / 24, 1.0 / 6, 1.0 / 2,
    ];

    // 2 (1 / 3 + z / 5 + ...) for z = s^2 <= 0.0295; the terms left out are below 2^-60.
    private static readonly double[] AtanhSeries =
        [2.0 / 21, 2.0 / 19, 2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3];

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }

    // ln(1 + f) + k ln 2 + extra, by s = f / (2 + f) and the series 2 atanh(s), arranged so that f enters unrounded (Tang, 1990).
    private static double LogOf(double f, int k, double extra)
    {
        var s = f / (2 + f);
        var z = s * s;
        var half = 0.5 * f * f;
        var tail = s * (half + (z * Polynomial(AtanhSeries, z)));
        if (k == 0 && extra == 0)
            return f - (half - tail);
        return (k * Ln2High) - ((half - (tail + ((k * Ln2Low) + extra))) - f);
    }

    // x = mantissa 2^exponent with the mantissa in [sqrt(1/2), sqrt(2)).
    private static (double Mantissa, int Exponent) Split(double x)
    {
        var exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984;
            exponent = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        return mantissa >= 1.4142135623730951 ? (mantissa / 2, exponent + 1) : (mantissa, exponent);
    }

    // Powers of two by their bits; in two steps where one would leave the normal range.
    private static double Scale(double x, int k)
    {
        if (k > 1023)
            return x * 2 * PowerOfTwo(k - 1);
        return k < -1022 ? x * PowerOfTwo(k + 64) * PowerOfTwo(-64) : x * PowerOfTwo(k);
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
