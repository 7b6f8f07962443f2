using System.IO.Compression;

namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>
/// Unpacks entries into memory within a budget: the size in a header is the sender's word, what counts is what comes out. Deflate packs
/// at most 1,032 to 1; a model package of 200 to 1 on the whole is none (Fifield, 2019, "A better zip bomb", for overlapping entries).
/// </summary>
internal sealed class EntryBytes(long archiveBytes)
{
    private const long MostBytes = 2L << 30;
    private const long Free = 64L << 20;
    private const int MostRatio = 200;

    private readonly long _budget = Math.Min(MostBytes, Free + (MostRatio * Math.Min(archiveBytes, MostBytes / MostRatio)));
    private long _used;

    /// <summary>True when nothing more may be unpacked, which has been said.</summary>
    public bool IsSpent => _used > _budget;

    /// <summary>The bytes; null, with what is wrong, when more come out than may, or other than the header says.</summary>
    public byte[]? Read(ZipArchiveEntry entry, long most, out string? fault)
    {
        var name = ArchiveText.Shown(entry.FullName);
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            _used += read;
            if (bytes.Length > most)
                fault = $"'{name}' unpacks to more than the {most} bytes that it may have. Refused.";
            else if (IsSpent)
                fault = $"unpacks to more than {_budget} bytes, {archiveBytes} packed; no model package does. Refused.";
            else
                continue;
            return null;
        }

        fault = bytes.Length == entry.Length ? null : $"'{name}' has {bytes.Length} bytes; the archive says {entry.Length}. Refused.";
        return fault is null ? bytes.ToArray() : null;
    }
}
