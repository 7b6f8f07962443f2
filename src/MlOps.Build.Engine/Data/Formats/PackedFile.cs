using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Compressed data files: gzip (RFC 1952), Zstandard (RFC 8878) and Brotli (RFC 7932), unpacked into a temporary file that goes when it is closed.</summary>
internal static class PackedFile
{
    private static readonly string[] Known = [".gz", ".zst", ".br"];

    // Neither the framework nor this kit has a decoder for these.
    private static readonly string[] Foreign = [".xz", ".bz2", ".lz4", ".zip"];

    /// <summary>The name without its ending; null when the file is not compressed.</summary>
    public static string? Inner(string name) =>
        Array.Find(Known, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending ? name[..^ending.Length] : null;

    /// <summary>The ending of a compression that cannot be read here; null otherwise.</summary>
    public static string? Unsupported(string name) =>
        Array.Find(Foreign, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="DamagedFileException">The file is cut off, damaged, or unpacks to absurdly much.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static DataBytes Open(DataSource source)
    {
        FileKind.Check(source.Path);
        using var packed = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var unpacked = TemporaryBytes.Create(Inner(source.Name)!, source.Name);
        try
        {
            var output = new BoundedOutput(unpacked.Writer, packed.Length);
            Unpacker(source.Name)(packed, output);
            return unpacked.Finish();
        }
        catch (Exception exception)
        {
            unpacked.Dispose();
            if (TemporaryBytes.Full(exception, source.Name) is { } full)
                throw full;
            throw;
        }
    }

    private static Action<Stream, BoundedOutput> Unpacker(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".BR" => BrotliUnpacker.Copy,
        ".ZST" => ZstdUnpacker.Copy,
        _ => GzipUnpacker.Copy,
    };
}
