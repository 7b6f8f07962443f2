using System.Numerics;

namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// xoshiro256** seeded by SplitMix64 (Blackman and Vigna, 2018): the same numbers on every machine and runtime, unlike
/// <see cref="Random"/>, whose algorithm is not promised.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>A generator for one purpose: different streams of one seed are independent.</summary>
    public SeededRandom(long seed, long stream = 0)
    {
        var state = unchecked((ulong)seed + ((ulong)stream * 0xD1342543DE82EF95UL));
        _a = Split(ref state);
        _b = Split(ref state);
        _c = Split(ref state);
        _d = Split(ref state);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number in [0, limit), without bias (Lemire, 2019).</summary>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var product = (Next() >> 32) * (ulong)limit;
        if ((uint)product < (uint)limit)
        {
            var threshold = unchecked((uint)-limit) % (uint)limit;
            while ((uint)product < threshold)
                product = (Next() >> 32) * (ulong)limit;
        }

        return (int)(product >> 32);
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Shuffles in place (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
