using System.Diagnostics;
using System.Globalization;

namespace MlOps.Build.Engine.Pipelines.Caching;

/// <summary>Keeps a cache below its size: least recently used entries first.</summary>
internal static class CachePruner
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    // Objects arrive before the manifest that names them; a younger one may belong to a build that is about to write its manifest.
    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <summary>Looks at the size at most once an hour, since that walks the whole folder.</summary>
    public static void PruneWhenDue(CacheLayout layout, long limitBytes)
    {
        if (File.Exists(layout.PruneStamp) && DateTime.UtcNow - File.GetLastWriteTimeUtc(layout.PruneStamp) < Between)
            return;
        WholeFile.Write(layout.PruneStamp, "");
        SweepIncoming(layout);
        Prune(layout, limitBytes, Settling);
    }

    public static CachePruning Prune(CacheLayout layout, long limitBytes) => Prune(layout, limitBytes, TimeSpan.Zero);

    private static CachePruning Prune(CacheLayout layout, long limitBytes, TimeSpan settling)
    {
        var sizes = layout.ObjectFiles().ToDictionary(Hash, file => file.Length, StringComparer.Ordinal);
        var before = sizes.Values.Sum();
        if (before <= limitBytes)
            return new CachePruning(0, 0, before);
        var (removed, kept) = RemoveOldest(layout, sizes, limitBytes);
        foreach (var file in layout.ObjectFiles().Where(file => !kept.Contains(Hash(file))))
        {
            if (DateTime.UtcNow - file.LastWriteTimeUtc >= settling)
                file.Delete();
        }

        var after = layout.ObjectFiles().Sum(file => file.Length);
        return new CachePruning(removed, before - after, after);
    }

    /// <summary>Keeps manifests from the most recent on, while their objects fit.</summary>
    private static (int Removed, HashSet<string> Kept) RemoveOldest(CacheLayout layout, Dictionary<string, long> sizes, long limitBytes)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var (bytes, removed) = (0L, 0);
        var manifests = layout.ManifestFiles()
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .ThenBy(file => file.Name, StringComparer.Ordinal);
        foreach (var manifest in manifests.ToList())
        {
            var fresh = (ReceiptFile.Read(manifest.FullName)?.Outputs ?? [])
                .Select(output => output.Sha256).Distinct().Where(hash => !kept.Contains(hash)).ToList();
            var added = fresh.Sum(hash => sizes.GetValueOrDefault(hash));
            if (bytes + added <= limitBytes)
            {
                bytes += added;
                kept.UnionWith(fresh);
                continue;
            }

            manifest.Delete();
            removed++;
        }

        return (removed, kept);
    }

    private static string Hash(FileInfo stored) => stored.Directory!.Name + stored.Name;

    private static void SweepIncoming(CacheLayout layout)
    {
        foreach (var file in new DirectoryInfo(layout.Incoming).EnumerateFiles())
        {
            if (DateTime.UtcNow - file.LastWriteTimeUtc > Settling && !IsAlive(file.Name))
                file.Delete();
        }
    }

    private static bool IsAlive(string name)
    {
        if (!int.TryParse(name.Split('-', '.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
