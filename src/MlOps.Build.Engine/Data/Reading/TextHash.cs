using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Spreads texts over 64 bits, eight bytes at a time. The values are the same on every machine; they stand in no output.</summary>
internal static class TextHash
{
    public const ulong Seed = 0x9E3779B97F4A7C15;
    public const ulong Factor = 0xD6E8FEB86659FD93;

    /// <summary>Both halves of the 128-bit product, folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }

    /// <param name="content">The text.</param>
    /// <param name="seed">Another one gives an independent hash.</param>
    public static ulong Of(ReadOnlySpan<byte> content, ulong seed = Seed)
    {
        var hash = seed ^ (ulong)content.Length;
        for (; content.Length >= 8; content = content[8..])
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(content), Factor);
        var tail = 0UL;
        foreach (var value in content)
            tail = (tail << 8) | value;
        return Fold(Fold(hash ^ tail, Factor) ^ Seed, Factor ^ seed);
    }
}
