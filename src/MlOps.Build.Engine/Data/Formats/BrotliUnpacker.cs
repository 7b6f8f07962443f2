using System.Buffers;
using System.IO.Compression;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Unpacks Brotli by the decoder itself, which says whether the end was reached.</summary>
internal static class BrotliUnpacker
{
    /// <exception cref="DamagedFileException">The file is cut off or damaged.</exception>
    public static void Copy(Stream packed, BoundedOutput output)
    {
        using var decoder = new BrotliDecoder();
        var (input, unpacked) = (new byte[1 << 16], new byte[1 << 16]);
        var (start, end) = (0, 0);
        while (true)
        {
            var status = decoder.Decompress(input.AsSpan(start, end - start), unpacked, out var consumed, out var written);
            output.Write(unpacked.AsSpan(0, written));
            start += consumed;
            if (status == OperationStatus.Done && start == end && packed.Read(input, 0, 1) == 0)
                return;
            if (status is OperationStatus.Done or OperationStatus.InvalidData)
                throw Damaged();
            if (status != OperationStatus.NeedMoreData)
                continue;
            input.AsSpan(start, end - start).CopyTo(input);
            (start, end) = (0, end - start);
            var read = packed.Read(input, end, input.Length - end);
            end += read;
            if (read == 0)
                throw Damaged();
        }
    }

    private static DamagedFileException Damaged() => new(DataCodes.Damaged, "the Brotli file is cut off or damaged. Get it again, and try 'brotli -t'");
}
