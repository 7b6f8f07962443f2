using System.Buffers.Binary;
using System.Numerics;

namespace MlOps.Build.Parquet.Compression;

/// <summary>XXH64 with seed 0 (Cyan4973/xxHash, doc/xxhash_spec.md), the checksum of zstd's frames; content may come in parts.</summary>
internal sealed class XxHash64
{
    private const int StripeLength = 32;
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    private readonly byte[] _waiting = new byte[StripeLength];
    private ulong _a = unchecked(Prime1 + Prime2);
    private ulong _b = Prime2;
    private ulong _c;
    private ulong _d = unchecked(0UL - Prime1);
    private ulong _length;

    public static ulong Compute(ReadOnlySpan<byte> content)
    {
        var hash = new XxHash64();
        hash.Append(content);
        return hash.Finish();
    }

    public void Append(ReadOnlySpan<byte> content)
    {
        var waiting = (int)(_length % StripeLength);
        _length += (ulong)content.Length;
        if (waiting > 0)
        {
            var taken = Math.Min(StripeLength - waiting, content.Length);
            content[..taken].CopyTo(_waiting.AsSpan(waiting));
            content = content[taken..];
            if (waiting + taken < StripeLength)
                return;
            Stripes(_waiting);
        }

        content[Stripes(content)..].CopyTo(_waiting);
    }

    /// <summary>The hash of all that came.</summary>
    public ulong Finish()
    {
        var hash = (_length >= StripeLength ? Lanes() : Prime5) + _length;
        ReadOnlySpan<byte> content = _waiting.AsSpan(0, (int)(_length % StripeLength));
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

    // Takes whole stripes and says how many bytes they were.
    private int Stripes(ReadOnlySpan<byte> content)
    {
        var (a, b, c, d, at) = (_a, _b, _c, _d, 0);
        for (; content.Length - at >= StripeLength; at += StripeLength)
        {
            var stripe = content.Slice(at, StripeLength);
            a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(stripe));
            b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(stripe[8..]));
            c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(stripe[16..]));
            d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(stripe[24..]));
        }

        (_a, _b, _c, _d) = (a, b, c, d);
        return at;
    }

    private ulong Lanes()
    {
        var hash = BitOperations.RotateLeft(_a, 1) + BitOperations.RotateLeft(_b, 7);
        hash += BitOperations.RotateLeft(_c, 12) + BitOperations.RotateLeft(_d, 18);
        foreach (var lane in (ReadOnlySpan<ulong>)[_a, _b, _c, _d])
            hash = (hash ^ Round(0, lane)) * Prime1 + Prime4;
        return hash;
    }

    private static ulong Round(ulong accumulator, ulong input) =>
        BitOperations.RotateLeft(accumulator + input * Prime2, 31) * Prime1;
}
