using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Unpacks a page by its column's codec.</summary>
internal static class Unpacker
{
    /// <summary>Refuses codecs that this reader lacks, before anything is read.</summary>
    public static Codec Checked(int codec)
    {
        if ((Codec)codec is Codec.Uncompressed or Codec.Snappy or Codec.Gzip or Codec.Brotli or Codec.Zstd or Codec.Lz4Raw)
            return (Codec)codec;
        var name = (Codec)codec switch { Codec.Lzo => "LZO", Codec.Lz4 => "LZ4 in Hadoop's framing", _ => $"codec {codec}" };
        throw new ParquetFault(
            ParquetCodes.Codec,
            $"the column is compressed by {name}, which is not read; write the file anew with zstd, snappy, gzip, brotli, lz4_raw or uncompressed");
    }

    /// <summary>Fills the target exactly.</summary>
    public static void Unpack(Codec codec, byte[] source, int start, int count, Span<byte> target)
    {
        var content = source.AsSpan(start, count);
        if (target.IsEmpty)
            return;
        switch (codec)
        {
            case Codec.Uncompressed:
                if (count != target.Length)
                    Faults.Page($"an uncompressed page has {count} bytes where its header says {target.Length}");
                content.CopyTo(target);
                break;
            case Codec.Snappy:
                Snappy.Unpack(content, target);
                break;
            case Codec.Lz4Raw:
                Lz4.Unpack(content, target);
                break;
            case Codec.Zstd:
                Zstd.Unpack(content, target);
                break;
            default:
                StreamUnpacker.Unpack(codec, source, start, count, target);
                break;
        }
    }

    /// <summary>
    /// No codec packs better than this: claims beyond are refused before memory is taken. Snappy copies 64 bytes by 3, LZ4 255 by 1, DEFLATE
    /// 258 by 2 bits, zstd 128 KB by a block of 4; brotli has no bound worth the name.
    /// </summary>
    public static long MostUnpacked(Codec codec, long packed) => codec switch
    {
        Codec.Uncompressed => packed,
        Codec.Snappy => packed * 22 + 64,
        Codec.Lz4Raw => packed * 256 + 64,
        Codec.Gzip => packed * 1040 + 64,
        Codec.Zstd => packed * 32768 + 64,
        _ => long.MaxValue,
    };
}
