using System.Numerics;

namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// A sum of doubles, or of their squares, without any rounding: a fixed-point number wide enough for all of them, in limbs of 32 bits that are
/// carried late (Kulisch's accumulator). The order and the grouping of the values never change it.
/// </summary>
internal sealed class ExactAccumulator
{
    // 2^-2148 is the square of the smallest double, 2^2048 is above that of the largest; 64 bits more are for the count.
    private const int LowestExponent = -2176;
    private const int Limbs = (2048 + 64 - LowestExponent) / 32;

    // Each addition puts less than 2^33 into a limb.
    private const int AdditionsBeforeCarry = 1 << 28;
    private readonly long[] _limbs = new long[Limbs];
    private int _additions;

    /// <summary>Adds a finite number.</summary>
    public void Add(double value)
    {
        var (mantissa, exponent) = Parts(value);
        Add(mantissa, exponent, value < 0);
    }

    /// <summary>Adds the square of a finite number.</summary>
    public void AddSquare(double value)
    {
        var (mantissa, exponent) = Parts(value);
        var high = Math.BigMul(mantissa, mantissa, out var low);
        Add(low, exponent * 2, negative: false);
        Add(high, (exponent * 2) + 64, negative: false);
    }

    public void Add(ExactAccumulator other)
    {
        Carry();
        other.Carry();
        for (var i = 0; i < Limbs; i++)
            _limbs[i] += other._limbs[i];
        _additions = 1;
    }

    /// <summary>The sum in units of 2^<see cref="Scale"/>.</summary>
    public BigInteger Total()
    {
        Carry();
        var total = BigInteger.Zero;
        for (var i = Limbs - 1; i >= 0; i--)
            total = (total << 32) + _limbs[i];
        return total;
    }

    /// <summary>The exponent of the lowest bit of <see cref="Total"/>.</summary>
    public static int Scale => LowestExponent;

    private static (ulong Mantissa, int Exponent) Parts(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        return exponent == 0 ? (mantissa, -1074) : (mantissa | 1UL << 52, exponent - 1075);
    }

    private void Add(ulong magnitude, int exponent, bool negative)
    {
        var position = exponent - LowestExponent;
        var (limb, shift) = (position >> 5, position & 31);
        var low = (magnitude & uint.MaxValue) << shift;
        var high = (magnitude >> 32) << shift;
        var sign = negative ? -1L : 1L;
        _limbs[limb] += sign * (long)(low & uint.MaxValue);
        _limbs[limb + 1] += sign * (long)((low >> 32) + (high & uint.MaxValue));
        _limbs[limb + 2] += sign * (long)(high >> 32);
        if (++_additions == AdditionsBeforeCarry)
            Carry();
    }

    // Leaves 0..2^32-1 in every limb but the last, which keeps the sign.
    private void Carry()
    {
        for (var i = 0; i < Limbs - 1; i++)
        {
            _limbs[i + 1] += _limbs[i] >> 32;
            _limbs[i] &= uint.MaxValue;
        }

        _additions = 0;
    }
}
