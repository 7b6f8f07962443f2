using System.Buffers.Binary;
using System.Numerics;

namespace MlOps.Build.Parquet.Compression;

/// <summary>XXH64 with seed 0 (Cyan4973/xxHash, doc/xxhash_spec.md), the checksum of zstd's frames.</summary>
internal static class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    public static ulong Compute(ReadOnlySpan<byte> content)
    {
        var length = (ulong)content.Length;
        var hash = length >= 32 ? Stripes(ref content) : Prime5;
        hash += length;
        for (; content.Length >= 8; content = content[8..])
            hash = BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(content)), 27) * Prime1 + Prime4;
        if (content.Length >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt32LittleEndian(content) * Prime1, 23) * Prime2 + Prime3;
            content = content[4..];
        }

        foreach (var value in content)
            hash = BitOperations.RotateLeft(hash ^ value * Prime5, 11) * Prime1;
        hash = (hash ^ hash >> 33) * Prime2;
        hash = (hash ^ hash >> 29) * Prime3;
        return hash ^ hash >> 32;
    }

    private static ulong Stripes(ref ReadOnlySpan<byte> content)
    {
        var (a, b, c, d) = (unchecked(Prime1 + Prime2), Prime2, 0UL, unchecked(0UL - Prime1));
        for (; content.Length >= 32; content = content[32..])
        {
            a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(content));
            b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(content[8..]));
            c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(content[16..]));
            d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(content[24..]));
        }

        var hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7);
        hash += BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        foreach (var lane in (ReadOnlySpan<ulong>)[a, b, c, d])
            hash = (hash ^ Round(0, lane)) * Prime1 + Prime4;
        return hash;
    }

    private static ulong Round(ulong accumulator, ulong input) =>
        BitOperations.RotateLeft(accumulator + input * Prime2, 31) * Prime1;
}
