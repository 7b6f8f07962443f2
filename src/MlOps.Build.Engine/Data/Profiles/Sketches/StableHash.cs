using System.Buffers.Binary;

namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>64-bit hashes that are the same on every machine and in every release, because files hold them.</summary>
internal static class StableHash
{
    private const ulong Odd = 0x9E3779B97F4A7C15;
    private const ulong Other = 0xD6E8FEB86659FD93;

    public static ulong Of(ulong value) => Mix(value + Odd);

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Mix((ulong)bytes.Length + Odd);
        for (; bytes.Length >= 8; bytes = bytes[8..])
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        var rest = 0UL;
        for (var i = 0; i < bytes.Length; i++)
            rest |= (ulong)bytes[i] << (8 * i);
        return Mix(Fold(hash ^ rest));
    }

    private static ulong Fold(ulong value)
    {
        var high = Math.BigMul(value + Odd, Other, out var low);
        return high ^ low;
    }

    // The end of SplitMix64 (Steele, Lea and Flood, 2014).
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
