using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// <see cref="DeterministicMath"/> on four numbers: the same operations in the same order, so the same bits, on any processor.
/// </summary>
internal static class VectorMath
{
    private const double InverseLn2 = 1.4426950408889634;
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double Smallest = -700;

    // Adding it leaves a whole number of at most 51 bits in the lowest bits.
    private const double Magic = 6755399441055744.0;

    // (e^r - 1 - r) / r^2, the last coefficient first.
    private static readonly double[] Series =
    [
        1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120,
        1.0 / 24, 1.0 / 6, 1.0 / 2,
    ];

    /// <summary>e to the power of numbers that are not positive. Below -700 it is e^-700; elsewhere the bits of <see cref="DeterministicMath.Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        x = Vector256.Max(x, Vector256.Create(Smallest));
        var k = Vector256.Floor((x * InverseLn2) + Vector256.Create(0.5));
        var high = x - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var lost = (high - r) - low;
        var sum = Vector256<double>.Zero;
        foreach (var coefficient in Series)
            sum = (sum * r) + Vector256.Create(coefficient);
        var value = Vector256<double>.One + (r + (lost + (r * r * sum)));
        var exponent = (k + Vector256.Create(Magic)).AsInt64() - Vector256.Create(Magic).AsInt64() + Vector256.Create(1023L);
        return value * Vector256.ShiftLeft(exponent, 52).AsDouble();
    }

    /// <summary>The whole numbers nearest to numbers below 2^51, halves to the even one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Round(Vector256<double> x) => (x + Vector256.Create(Magic)).AsInt64() - Vector256.Create(Magic).AsInt64();

    /// <summary>The largest absolute value; 0 for none.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> values)
    {
        var wide = Vector256<double>.Zero;
        var i = 0;
        for (; i + 4 <= values.Length; i += 4)
            wide = Vector256.Max(wide, Vector256.Abs(Vector256.Create(values.Slice(i, 4))));
        var largest = Math.Max(Math.Max(wide[0], wide[1]), Math.Max(wide[2], wide[3]));
        for (; i < values.Length; i++)
            largest = Math.Max(largest, Math.Abs(values[i]));
        return largest;
    }
}
