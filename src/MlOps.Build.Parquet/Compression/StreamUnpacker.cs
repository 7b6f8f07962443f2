using System.IO.Compression;
using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Unpacks what the framework can: gzip, of several members too, and brotli.</summary>
internal static class StreamUnpacker
{
    /// <summary>Fills the target exactly; nothing may follow.</summary>
    public static void Unpack(Codec codec, byte[] source, int start, int count, Span<byte> target)
    {
        using var packed = new MemoryStream(source, start, count, writable: false);
        using Stream stream = codec == Codec.Gzip
            ? new GZipStream(packed, CompressionMode.Decompress)
            : new BrotliStream(packed, CompressionMode.Decompress);
        try
        {
            var read = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            if (read != target.Length || stream.ReadByte() >= 0)
                Faults.Page($"the {codec} content does not unpack to the {target.Length} bytes that the page header says");
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new ParquetFault(ParquetCodes.Page, $"the {codec} content is damaged: {exception.Message}");
        }
    }
}
