using System.IO.Compression;

namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>Holds the entries of an archive against what an honest package has, before any of them is unpacked.</summary>
internal static class ArchiveEntries
{
    public const int Most = 10_000;

    private const int LongestName = 1_000;
    private const int SymbolicLink = 0xA000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>What is wrong, one message an entry.</summary>
    public static IEnumerable<string> Faults(ZipArchive archive)
    {
        if (archive.Entries.Count > Most)
        {
            yield return $"holds {archive.Entries.Count} files; a model package has at most {Most}. Refused.";
            yield break;
        }

        // Names that differ in case alone, or by escapes, are one file once they are unpacked.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            if (Fault(entry) is { } fault)
                yield return fault;
            else if (!seen.Add(Uri.UnescapeDataString(entry.FullName)))
                yield return $"holds '{ArchiveText.Shown(entry.FullName)}' twice. Refused.";
        }
    }

    private static string? Fault(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        var shown = ArchiveText.Shown(name);
        if (LeadsOutside(name) || LeadsOutside(Uri.UnescapeDataString(name)))
            return $"the entry '{shown}' leads outside of the package. Refused.";
        if (name.Length > LongestName || name.Any(char.IsControl))
            return $"the entry '{shown}' has a name that no package has. Refused.";
        // The upper half holds the mode of Unix; 0 where the archive was written elsewhere.
        return ((entry.ExternalAttributes >> 16) & 0xF000) switch
        {
            0 or RegularFile or Folder => null,
            SymbolicLink => $"the entry '{shown}' is a symbolic link. Refused.",
            _ => $"the entry '{shown}' is neither file nor folder. Refused.",
        };
    }

    private static bool LeadsOutside(string name) =>
        name.Length == 0 || name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Any(part => part is "." or "..");
}
