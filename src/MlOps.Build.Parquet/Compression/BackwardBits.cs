using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Reads bits from the end of a stream to its start; the highest set bit of the last byte marks where they begin.</summary>
internal ref struct BackwardBits
{
    private readonly ReadOnlySpan<byte> _content;

    public BackwardBits(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content[^1] == 0)
            Faults.Page("a bit stream of zstd has no end mark");
        _content = content;
        Left = content.Length * 8L - 8 + BitOperations.Log2(content[^1]);
    }

    /// <summary>Bits not yet read; negative when more were read than there are.</summary>
    public long Left { get; private set; }

    /// <summary>The next bits, at most 56; zeros where the stream has ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ulong Peek(int count)
    {
        var start = Left - count;
        var at = (int)(start >> 3);
        return start >= 0 && at <= _content.Length - 8
            ? BinaryPrimitives.ReadUInt64LittleEndian(_content[at..]) >> (int)(start & 7) & ((1UL << count) - 1)
            : PeekAtEdge(count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Drop(int count) => Left -= count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Read(int count)
    {
        var value = Peek(count);
        Left -= count;
        return value;
    }

    private readonly ulong PeekAtEdge(int count)
    {
        var value = 0UL;
        for (var i = 1; i <= count; i++)
        {
            var bit = Left - i;
            value = value << 1 | (bit < 0 ? 0UL : (ulong)(_content[(int)(bit >> 3)] >> (int)(bit & 7) & 1));
        }

        return value;
    }
}
