using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines.Caching;

/// <summary>
/// Outputs of stages by key: <c>keys/ab/cd….json</c> lists them, <c>objects/ab/cd…</c> holds them by the hash of their content.
/// Safe for any number of processes: files come in by rename and are verified on the way out. Nothing that goes wrong here
/// fails a build.
/// </summary>
internal sealed class CacheStore(CacheSettings settings)
{
    private readonly CacheLayout? _layout = settings.Folder is { } folder ? new CacheLayout(folder) : null;

    /// <summary>Puts the outputs of a key into a folder.</summary>
    /// <returns>The receipt; null when the cache has no sound entry.</returns>
    public Receipt? Restore(string key, string folder, DiagnosticBag diagnostics)
    {
        if (_layout is null || !File.Exists(_layout.Manifest(key)))
            return null;
        var manifest = _layout.Manifest(key);
        try
        {
            if (ReceiptFile.Read(manifest) is not { } receipt || receipt.Key != key)
                return Drop(manifest, null, $"the manifest of key {key[..12]} is damaged", diagnostics);
            foreach (var output in receipt.Outputs)
            {
                var stored = _layout.Object(output.Sha256);
                if (!File.Exists(stored))
                    return Drop(manifest, null, null, diagnostics);
                if (!CopyVerified(stored, Path.Combine(folder, output.Path), output.Sha256))
                    return Drop(manifest, stored, $"'{output.Path}' of stage '{receipt.Stage}' is damaged", diagnostics);
            }

            File.SetLastWriteTimeUtc(manifest, DateTime.UtcNow);
            return receipt;
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            Unavailable("read", exception, diagnostics);
            return null;
        }
    }

    /// <summary>Keeps a stage's outputs.</summary>
    public void Save(Receipt receipt, string folder, DiagnosticBag diagnostics)
    {
        if (_layout is null)
            return;
        try
        {
            Directory.CreateDirectory(_layout.Incoming);
            foreach (var output in receipt.Outputs)
                Add(_layout, Path.Combine(folder, output.Path), output.Sha256);
            Place(_layout, _layout.Manifest(receipt.Key), incoming => WholeFile.Write(incoming, ReceiptFile.Write(receipt)));
            CachePruner.PruneWhenDue(_layout, settings.LimitBytes);
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            Unavailable("written", exception, diagnostics);
        }
    }

    /// <summary>The entries, most recently used first.</summary>
    public IReadOnlyList<CacheEntry> List() => _layout is null ? [] :
    [
        .. _layout.ManifestFiles()
            .Select(file => (File: file, Receipt: ReceiptFile.Read(file.FullName)))
            .Where(entry => entry.Receipt is not null)
            .Select(entry => Entry(entry.Receipt!, entry.File.LastWriteTimeUtc))
            .OrderByDescending(entry => entry.LastUsed)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal),
    ];

    /// <summary>Removes the least recently used entries until the objects take no more than the limit.</summary>
    public CachePruning Prune(long limitBytes) => _layout is null ? new CachePruning(0, 0, 0) : CachePruner.Prune(_layout, limitBytes);

    private static CacheEntry Entry(Receipt receipt, DateTime lastUsed) =>
        new(receipt.Key, receipt.Stage, receipt.Headline, receipt.Outputs.Sum(output => output.Bytes), lastUsed);

    private static void Add(CacheLayout layout, string source, string sha256)
    {
        if (!File.Exists(layout.Object(sha256)))
            Place(layout, layout.Object(sha256), incoming => File.Copy(source, incoming, overwrite: true));
    }

    private static void Place(CacheLayout layout, string target, Action<string> write)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        var incoming = Path.Combine(layout.Incoming, name);
        write(incoming);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(incoming, target, overwrite: true);
    }

    private static bool CopyVerified(string source, string target, string sha256)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target, overwrite: true);
        return ContentHash.OfFile(target) == sha256;
    }

    // An entry whose object another build pruned is simply gone; one that holds something else is said.
    private static Receipt? Drop(string manifest, string? stored, string? reason, DiagnosticBag diagnostics)
    {
        File.Delete(manifest);
        if (stored is not null)
            File.Delete(stored);
        if (reason is not null)
        {
            var place = new SourcePosition(stored ?? manifest);
            diagnostics.Warning(BuildCodes.CacheCorrupt, $"cache entry dropped: {reason}. The stage runs again.", place);
        }

        return null;
    }

    private void Unavailable(string what, Exception exception, DiagnosticBag diagnostics)
    {
        var failure = IoFailure.Describe(exception, "to the cache", settings.Folder!);
        var reason = failure.Code == BuildCodes.DiskFull ? "its disk is full" : exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
        diagnostics.Warning(
            BuildCodes.CacheUnavailable,
            $"the cache '{settings.Folder}' cannot be {what}: {reason}. The build goes on without it; set 'MlOpsCacheFolder' or "
            + "'MLOPS_CACHE'.");
    }
}
