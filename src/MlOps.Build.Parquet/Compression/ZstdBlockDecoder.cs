using System.Buffers;
using System.Buffers.Binary;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Unpacks compressed blocks; tables and offsets live on from block to block of a frame (RFC 8878, section 3.1.1.3).</summary>
internal sealed class ZstdBlockDecoder : IDisposable
{
    public const int LargestBlock = 128 * 1024;

    private readonly byte[] _literals = ArrayPool<byte>.Shared.Rent(LargestBlock);
    private readonly ZstdSequences _sequences = new();
    private HuffmanTable? _huffman;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_literals);

    /// <summary>Unpacks a block behind what its frame's earlier blocks left in the target.</summary>
    public void Unpack(ZstdBlockHeader header, ReadOnlySpan<byte> block, Span<byte> target, ref int written)
    {
        if (header.Kind == ZstdBlockKind.Compressed)
        {
            UnpackSequences(block, target, ref written);
            return;
        }

        if (header.Size > target.Length - written)
            Faults.Page("zstd's content unpacks to more than the page header says");
        var room = target.Slice(written, header.Size);
        if (header.Kind == ZstdBlockKind.Raw)
            block.CopyTo(room);
        else
            room.Fill(block[0]);
        written += header.Size;
    }

    private void UnpackSequences(ReadOnlySpan<byte> block, Span<byte> target, ref int written)
    {
        var cursor = new ByteCursor(block, "a block of zstd");
        var literals = ReadLiterals(ref cursor);
        var limit = (int)Math.Min((long)written + LargestBlock, target.Length);
        _sequences.Execute(ref cursor, literals, target[..limit], ref written);
    }

    private ReadOnlySpan<byte> ReadLiterals(ref ByteCursor cursor)
    {
        var first = cursor.Byte();
        var format = first >> 2 & 3;
        if ((first & 2) != 0)
            return ReadCompressed(ref cursor, first, format);
        var size = format switch
        {
            1 => first >> 4 | cursor.Byte() << 4,
            3 => first >> 4 | cursor.Byte() << 4 | cursor.Byte() << 12,
            _ => first >> 3,
        };
        CheckSize(size);
        if ((first & 3) == 0)
            return cursor.Take(size);
        _literals.AsSpan(0, size).Fill(cursor.Byte());
        return _literals.AsSpan(0, size);
    }

    private ReadOnlySpan<byte> ReadCompressed(ref ByteCursor cursor, byte first, int format)
    {
        var (headerBytes, bits) = format switch { 2 => (4, 14), 3 => (5, 18), _ => (3, 10) };
        var header = (ulong)first;
        for (var i = 1; i < headerBytes; i++)
            header |= (ulong)cursor.Byte() << (8 * i);
        var size = (int)(header >> 4 & ((1UL << bits) - 1));
        var packed = cursor.Take((int)(header >> (4 + bits) & ((1UL << bits) - 1)));
        CheckSize(size);
        if ((first & 3) == 2)
        {
            _huffman = HuffmanTable.Read(packed, out var used);
            packed = packed[used..];
        }

        if (_huffman is null)
            Faults.Page("a block of zstd refers to a Huffman table before there is one");
        var literals = _literals.AsSpan(0, size);
        if (format == 0)
            _huffman.Decode(packed, literals);
        else
            DecodeFour(_huffman, packed, literals);
        return literals;
    }

    private static void DecodeFour(HuffmanTable huffman, ReadOnlySpan<byte> packed, Span<byte> literals)
    {
        var cursor = new ByteCursor(packed, "literals of zstd");
        var sizes = cursor.Take(6);
        var part = (literals.Length + 3) / 4;
        if (part * 3 > literals.Length)
            Faults.Page($"{literals.Length} literals of zstd stand in four streams");
        for (var i = 0; i < 3; i++)
            huffman.Decode(cursor.Take(BinaryPrimitives.ReadUInt16LittleEndian(sizes[(2 * i)..])), literals.Slice(part * i, part));
        huffman.Decode(cursor.Rest(), literals[(part * 3)..]);
    }

    private static void CheckSize(int size)
    {
        if (size > LargestBlock)
            Faults.Page($"a block of zstd claims {size} literals where at most {LargestBlock} are allowed");
    }
}
