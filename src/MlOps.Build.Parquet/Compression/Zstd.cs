using System.Buffers.Binary;
using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>
/// Unpacks Zstandard (RFC 8878), which .NET 10 does not bring and many writers choose by default. Frames without a dictionary; content
/// checksums are checked.
/// </summary>
internal static class Zstd
{
    private const uint Magic = 0xFD2FB528;
    private const uint SkippableMagic = 0x184D2A50;

    /// <summary>Fills the target exactly.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var cursor = new ByteCursor(source, "zstd's content");
        var written = 0;
        while (cursor.Left > 0)
        {
            var magic = (uint)cursor.Int32();
            if ((magic & 0xFFFFFFF0) == SkippableMagic)
                cursor.Take((uint)cursor.Int32());
            else if (magic == Magic)
                written += UnpackFrame(ref cursor, target[written..]);
            else
                Faults.Page($"zstd's content starts with 0x{magic:X8} instead of a frame");
        }

        if (written != target.Length)
            Faults.Page($"zstd's content unpacks to {written} bytes where the page header says {target.Length}");
    }

    private static int UnpackFrame(ref ByteCursor cursor, Span<byte> target)
    {
        var flags = cursor.Byte();
        if ((flags & 8) != 0)
            Faults.Page("zstd's frame header has a bit that is reserved");
        ReadSizes(ref cursor, flags);
        var written = UnpackBlocks(ref cursor, target);
        if ((flags & 4) != 0 && (uint)cursor.Int32() != (uint)XxHash64.Compute(target[..written]))
            Faults.Page("zstd's content does not match its own checksum");
        return written;
    }

    // Window and content sizes are hints for streaming; here the target's length is the limit.
    private static void ReadSizes(ref ByteCursor cursor, byte flags)
    {
        var isSingle = (flags & 32) != 0;
        if (!isSingle)
            cursor.Byte();
        var dictionary = cursor.Take((flags & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 });
        if (dictionary.ContainsAnyExcept((byte)0))
            Faults.Page("zstd's frame needs a dictionary, which a Parquet file does not hold");
        cursor.Take((flags >> 6) switch { 0 => isSingle ? 1 : 0, 1 => 2, 2 => 4, _ => 8 });
    }

    private static int UnpackBlocks(ref ByteCursor cursor, Span<byte> target)
    {
        using var decoder = new ZstdBlockDecoder();
        var written = 0;
        bool isLast;
        do
        {
            var header = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Take(2)) | cursor.Byte() << 16;
            isLast = (header & 1) != 0;
            var size = header >> 3;
            if (size > ZstdBlockDecoder.LargestBlock)
                Faults.Page($"a block of zstd claims {size} bytes where at most {ZstdBlockDecoder.LargestBlock} are allowed");
            switch (header >> 1 & 3)
            {
                case 0:
                    cursor.Take(size).CopyTo(Room(target, written, size));
                    written += size;
                    break;
                case 1:
                    Room(target, written, size).Fill(cursor.Byte());
                    written += size;
                    break;
                case 2:
                    decoder.Unpack(cursor.Take(size), target, ref written);
                    break;
                default:
                    Faults.Page("a block of zstd has the type that is reserved");
                    break;
            }
        }
        while (!isLast);
        return written;
    }

    private static Span<byte> Room(Span<byte> target, int written, int size)
    {
        if (size > target.Length - written)
            Faults.Page("zstd's content unpacks to more than the page header says");
        return target.Slice(written, size);
    }
}
