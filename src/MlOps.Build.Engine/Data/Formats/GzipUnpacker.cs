using System.IO.Compression;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>
/// Unpacks gzip. The framework's stream ends without a word where a file is cut off, so a small member of our own is put after the file: only
/// a file that is whole lets it come out at the end.
/// </summary>
internal static class GzipUnpacker
{
    private static readonly byte[] Sentinel = [0x9E, 0x37, 0x79, 0xB9, 0x7F, 0x4A, 0x7C, 0x15, 0xF3, 0x9C, 0xC0, 0x60, 0x5C, 0xED, 0xC8, 0x34];

    /// <exception cref="DamagedFileException">The file is cut off or damaged.</exception>
    public static void Copy(Stream packed, BoundedOutput output)
    {
        using var unpacking = new GZipStream(new FollowedStream(packed, Member()), CompressionMode.Decompress);
        var (buffer, held) = (new byte[1 << 16], 0);
        try
        {
            // The last bytes are held back until it is known whether they are the sentinel.
            while (unpacking.Read(buffer, held, buffer.Length - held) is > 0 and var read)
            {
                var all = held + read;
                held = Math.Min(all, Sentinel.Length);
                output.Write(buffer.AsSpan(0, all - held));
                buffer.AsSpan(all - held, held).CopyTo(buffer);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }

        if (!buffer.AsSpan(0, held).SequenceEqual(Sentinel))
            throw Damaged();
    }

    private static DamagedFileException Damaged() => new(DataCodes.Damaged, "the gzip file is cut off or damaged. Get it again, and try 'gzip -t'");

    private static byte[] Member()
    {
        var member = new MemoryStream();
        using (var packing = new GZipStream(member, CompressionMode.Compress))
            packing.Write(Sentinel);
        return member.ToArray();
    }
}
