using MlOps.Build.Contracts;
using MlOps.Build.Parquet;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Unpacks Zstandard, by the decoder that Parquet files need too.</summary>
internal static class ZstdUnpacker
{
    /// <exception cref="DamagedFileException">The file is cut off, damaged, or packed in a way that is not read.</exception>
    public static void Copy(Stream packed, BoundedOutput output)
    {
        using var unpacking = new ZstdStream(packed);
        var buffer = new byte[1 << 16];
        try
        {
            while (unpacking.Read(buffer) is > 0 and var read)
                output.Write(buffer.AsSpan(0, read));
        }
        catch (InvalidDataException exception)
        {
            throw new DamagedFileException(DataCodes.Damaged, $"the zstd file cannot be unpacked: {exception.Message}. Get it again, and try 'zstd -t'");
        }
    }
}
