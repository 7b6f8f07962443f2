namespace MlOps.Build.Parquet.Compression;

/// <summary>The three bytes before a block (RFC 8878, section 3.1.1.2).</summary>
internal readonly record struct ZstdBlockHeader(bool IsLast, ZstdBlockKind Kind, int Size)
{
    public const int Length = 3;

    /// <summary>The bytes that follow: of a block that repeats one byte, that byte.</summary>
    public int Following => Kind == ZstdBlockKind.Repeated ? 1 : Size;

    public static ZstdBlockHeader Read(ReadOnlySpan<byte> bytes)
    {
        var header = bytes[0] | bytes[1] << 8 | bytes[2] << 16;
        var block = new ZstdBlockHeader((header & 1) != 0, (ZstdBlockKind)(header >> 1 & 3), header >> 3);
        if (block.Kind == ZstdBlockKind.Reserved)
            Faults.Page("a block of zstd has the type that is reserved");
        if (block.Size > ZstdBlockDecoder.LargestBlock)
            Faults.Page($"a block of zstd claims {block.Size} bytes where at most {ZstdBlockDecoder.LargestBlock} are allowed");
        return block;
    }
}
