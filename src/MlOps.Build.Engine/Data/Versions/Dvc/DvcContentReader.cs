using System.Collections.Concurrent;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Hashes what is in the project, in parallel, and keeps it in the cache when that is wanted.</summary>
internal sealed class DvcContentReader(DvcRepository repository, bool keep, DiagnosticBag diagnostics)
{
    private readonly ConcurrentQueue<Diagnostic> _faults = new();

    /// <summary>What a file or directory holds; null when there is neither or, with errors, when it cannot be read.</summary>
    /// <param name="path">The path, absolute.</param>
    /// <param name="legacy">True to hash as DVC 2 does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public DvcContent? Read(string path, bool legacy, CancellationToken cancellationToken)
    {
        var content = Directory.Exists(path) ? OfDirectory(path, legacy, cancellationToken) : OfFile(path, legacy, cancellationToken);
        foreach (var fault in _faults.OrderBy(fault => fault.Position.File, StringComparer.Ordinal))
            diagnostics.Add(fault);
        return _faults.IsEmpty ? content : null;
    }

    private DvcContent? OfFile(string path, bool legacy, CancellationToken cancellationToken) =>
        FileStamp.Of(path) is { } stamp && Hash(path, stamp, legacy, cancellationToken) is { } md5
            ? new DvcContent(new DvcHash(md5, false, legacy), stamp.Bytes, null, [], stamp.IsExecutable)
            : null;

    private DvcContent OfDirectory(string path, bool legacy, CancellationToken cancellationToken)
    {
        var files = new DvcFolderWalk(repository, diagnostics).Files(path);
        var entries = new DvcEntry[files.Count];
        var bytes = 0L;
        InParallel.For(files.Count, cancellationToken, i =>
        {
            var file = Path.Combine(path, files[i]);
            if (FileStamp.Of(file) is not { } stamp)
                Fault(file, VersionCodes.LinkNotFollowed, "it is no file, or a link that leads to none. Remove it, or name it in '.dvcignore'.");
            else if (Hash(file, stamp, legacy, cancellationToken) is { } md5)
                (entries[i], _) = (new DvcEntry(files[i], md5), Interlocked.Add(ref bytes, stamp.Bytes));
        });
        var list = _faults.IsEmpty ? DirectoryObject.Write(entries) : [];
        return new DvcContent(new DvcHash(DvcDigest.OfBytes(list, legacy: false), true, legacy), bytes, entries, list, false);
    }

    private string? Hash(string file, FileStamp stamp, bool legacy, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (repository.Memory.Known(file, stamp, legacy) is { } known && (!keep || repository.Cache.Has(new DvcHash(known, false, legacy))))
            return known;
        var md5 = stamp.Bytes <= DvcCache.SmallFile ? OfSmall(file, legacy) : OfLarge(file, legacy, cancellationToken);
        if (md5 is not null)
            repository.Memory.Remember(file, stamp, md5, legacy);
        return md5;
    }

    // One read serves the hash and the copy.
    private string OfSmall(string file, bool legacy)
    {
        var bytes = SmallFile.Read(file);
        var md5 = DvcDigest.OfBytes(bytes, legacy);
        if (keep)
            repository.Cache.Put(new DvcHash(md5, false, legacy), bytes);
        return md5;
    }

    private string? OfLarge(string file, bool legacy, CancellationToken cancellationToken)
    {
        var md5 = DvcDigest.OfFile(file, legacy, cancellationToken);
        if (!keep || repository.Cache.PutFile(new DvcHash(md5, false, legacy), file, cancellationToken))
            return md5;
        Fault(file, VersionCodes.DataChanged, "it changed while it was added. Add it again when nobody writes to it.");
        return null;
    }

    private void Fault(string file, string code, string message) => _faults.Enqueue(
        new Diagnostic { Code = code, Severity = DiagnosticSeverity.Error, Message = message, Position = new(repository.Display(file)) });
}
