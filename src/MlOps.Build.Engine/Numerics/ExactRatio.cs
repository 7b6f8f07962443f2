using System.Numerics;

namespace MlOps.Build.Engine.Numerics;

/// <summary>Quotients of whole numbers as the nearest double.</summary>
internal static class ExactRatio
{
    /// <summary><paramref name="numerator"/> × 2^<paramref name="exponent"/> / <paramref name="denominator"/>, rounded once, ties to even.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">Above 0.</param>
    /// <param name="exponent">A power of two.</param>
    public static double Of(BigInteger numerator, BigInteger denominator, int exponent)
    {
        if (numerator.IsZero)
            return 0;
        var negative = numerator.Sign < 0;
        var magnitude = BigInteger.Abs(numerator);
        // 66 bits or more of the quotient, and one that says whether anything is left.
        var shift = Math.Max(0, 66 + (int)denominator.GetBitLength() - (int)magnitude.GetBitLength());
        var quotient = BigInteger.DivRem(magnitude << shift, denominator, out var rest);
        var value = Round((quotient << 1) | (rest.IsZero ? 0 : 1), exponent - shift - 1);
        return negative ? -value : value;
    }

    // The last bit of the value stands for everything below it.
    private static double Round(BigInteger value, int exponent)
    {
        var bits = (int)value.GetBitLength();
        var drop = Math.Max(bits - 53, -1074 - exponent);
        if (drop <= 0)
            return Math.ScaleB((double)value, exponent);
        var kept = value >> drop;
        var rest = value - (kept << drop);
        var half = BigInteger.One << (drop - 1);
        if (rest > half || (rest == half && !kept.IsEven))
            kept++;
        return Math.ScaleB((double)kept, exponent + drop);
    }
}
