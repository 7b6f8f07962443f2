using MlOps.Build.Parquet.Encodings;

namespace MlOps.Build.Parquet.Compression;

/// <summary>
/// Unpacks Zstandard (RFC 8878), which .NET 10 does not bring and many writers choose by default, into memory of a known size. Frames without a
/// dictionary; content checksums are checked.
/// </summary>
internal static class Zstd
{
    /// <summary>Fills the target exactly.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var cursor = new ByteCursor(source, "zstd's content");
        var written = 0;
        while (cursor.Left > 0)
        {
            var magic = (uint)cursor.Int32();
            if (ZstdFrameHeader.IsSkippable(magic))
                cursor.Take((uint)cursor.Int32());
            else if (magic == ZstdFrameHeader.Magic)
                written += UnpackFrame(ref cursor, target[written..]);
            else
                Faults.Page($"zstd's content starts with 0x{magic:X8} instead of a frame");
        }

        if (written != target.Length)
            Faults.Page($"zstd's content unpacks to {written} bytes where the page header says {target.Length}");
    }

    // Window and content sizes are hints for streaming; here the target's length is the limit.
    private static int UnpackFrame(ref ByteCursor cursor, Span<byte> target)
    {
        var header = ZstdFrameHeader.Read(ref cursor);
        if (header.Dictionary != 0)
            Faults.Page("zstd's frame needs a dictionary, which a Parquet file does not hold");
        var written = UnpackBlocks(ref cursor, target);
        if (header.HasChecksum && (uint)cursor.Int32() != (uint)XxHash64.Compute(target[..written]))
            Faults.Page("zstd's content does not match its own checksum");
        return written;
    }

    private static int UnpackBlocks(ref ByteCursor cursor, Span<byte> target)
    {
        using var decoder = new ZstdBlockDecoder();
        var written = 0;
        ZstdBlockHeader block;
        do
        {
            block = ZstdBlockHeader.Read(cursor.Take(ZstdBlockHeader.Length));
            decoder.Unpack(block, cursor.Take(block.Following), target, ref written);
        }
        while (!block.IsLast);
        return written;
    }
}
