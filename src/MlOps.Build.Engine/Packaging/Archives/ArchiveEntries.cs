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

    private static readonly HashSet<string> Devices = new(
        [
            "CON", "PRN", "AUX", "NUL", .. "123456789¹²³".SelectMany(digit => new[] { "COM" + digit, "LPT" + digit }),
        ],
        StringComparer.OrdinalIgnoreCase);

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

        foreach (var folder in seen.SelectMany(Folders).Distinct(StringComparer.OrdinalIgnoreCase).Where(seen.Contains))
            yield return $"holds '{ArchiveText.Shown(folder)}' as a file and as a folder. Refused.";
    }

    private static string? Fault(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        var shown = ArchiveText.Shown(name);
        if (LeadsOutside(name) || LeadsOutside(Uri.UnescapeDataString(name)))
            return $"the entry '{shown}' leads outside of the package. Refused.";
        if (name.Length > LongestName || name.Any(char.IsControl))
            return $"the entry '{shown}' has a name that no package has. Refused.";
        if (Uri.UnescapeDataString(name).TrimEnd('/').Split('/').Any(IsChangedByWindows))
            return $"the entry '{shown}' has a name that is another one on Windows. Refused.";
        // The upper half holds the mode of Unix; 0 where the archive was written elsewhere.
        return ((entry.ExternalAttributes >> 16) & 0xF000) switch
        {
            0 or RegularFile or Folder => null,
            SymbolicLink => $"the entry '{shown}' is a symbolic link. Refused.",
            _ => $"the entry '{shown}' is neither file nor folder. Refused.",
        };
    }

    private static IEnumerable<string> Folders(string name)
    {
        for (var slash = name.IndexOf('/'); slash >= 0; slash = name.IndexOf('/', slash + 1))
            yield return name[..slash];
    }

    // Windows drops dots and spaces at the end, and opens a device by its name whatever the folder and the extension.
    private static bool IsChangedByWindows(string part) =>
        part.Length == 0 || part[^1] is '.' or ' ' || Devices.Contains(part.Split('.')[0].TrimEnd(' '));

    private static bool LeadsOutside(string name) =>
        name.Length == 0 || name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Any(part => part is "." or "..");
}
