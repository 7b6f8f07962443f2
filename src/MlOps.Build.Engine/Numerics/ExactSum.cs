namespace MlOps.Build.Engine.Numerics;

/// <summary>Sums on a fixed-point grid as wide as 62 bits: the order of the values never changes the result.</summary>
internal static class ExactSum
{
    /// <summary>
    /// The weighted mean of finite values. Products are rounded to the grid 2^-(61 - bits of the count) of the largest one, far below
    /// float32's own resolution for any count that fits into memory.
    /// </summary>
    /// <param name="values">Finite values, at least one.</param>
    /// <param name="weights">One positive weight a value; empty when all weigh the same.</param>
    public static double Mean(ReadOnlySpan<float> values, ReadOnlySpan<float> weights)
    {
        var products = new double[values.Length];
        var shares = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            shares[i] = weights.IsEmpty ? 1 : weights[i];
            products[i] = shares[i] * values[i];
        }

        return Of(products) / Of(shares);
    }

    /// <summary>The sum of finite values.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        var exponent = Exponent(largest, 61 - BitCount(values.Length));
        var sum = 0L;
        foreach (var value in values)
            sum += (long)Math.Round(Math.ScaleB(value, exponent));
        return Math.ScaleB(sum, -exponent);
    }

    /// <summary>The power of two that brings every value up to the largest below 2^bits; 0 when all are zero.</summary>
    public static int Exponent(double largest, int bits) =>
        largest > 0 && double.IsFinite(largest) ? Math.Clamp(bits - 1 - Math.ILogB(largest), -1000, 1000) : 0;

    /// <summary>The bits that a count from 0 to the given one needs.</summary>
    public static int BitCount(int largest) => 32 - int.LeadingZeroCount(largest);
}
