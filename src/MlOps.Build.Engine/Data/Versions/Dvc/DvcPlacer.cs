using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Puts objects of the cache where they belong; nothing that does not have its hash gets there.</summary>
internal sealed class DvcPlacer(DvcRepository repository)
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private int _temporary;
    private int _linked;

    /// <summary>How many files became links, which must not be edited.</summary>
    public int Linked => _linked;

    /// <summary>Puts an object in place of a file, whole or not at all.</summary>
    /// <returns>What is wrong with the object, which was then thrown away; null when nothing.</returns>
    public string? Replace(DvcHash hash, string path, bool executable, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _temporary)}.tmp";
        try
        {
            if (Create(hash, beside, executable, cancellationToken) is { } fault)
                return fault;
            File.Move(beside, path, overwrite: true);
            Remember(hash, path);
            return null;
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }

    /// <summary>Makes a new file with the object's content.</summary>
    /// <returns>What is wrong with the object, which was then thrown away; null when nothing.</returns>
    public string? Create(DvcHash hash, string path, bool executable, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var source = repository.Cache.PathOf(hash);
        if (FileStamp.Of(source) is not { } stamp)
            return $"the object '{hash.ObjectPath}' is not in the cache. Run 'mlops data pull'.";
        var md5 = repository.Config.Links.Contains(DvcLinks.HardLink) || repository.Config.Links.Contains(DvcLinks.SymbolicLink)
            ? Link(hash, source, path, cancellationToken)
            : Copy(hash, source, path, stamp.Bytes, cancellationToken);
        if (md5 != hash.Md5)
        {
            repository.Cache.Remove(hash);
            return $"the object '{hash.ObjectPath}' in the cache has the hash {md5}; it was thrown away. Run 'mlops data pull' to fetch it again.";
        }

        if (executable && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Execute);
        return null;
    }

    /// <summary>Remembers a file that was put in place, so that it need not be read to know what it is.</summary>
    public void Remember(DvcHash hash, string path)
    {
        if (FileStamp.Of(path) is { } stamp)
            repository.Memory.Written(path, stamp, hash.Md5, hash.IsLegacy);
    }

    private static string Copy(DvcHash hash, string source, string path, long bytes, CancellationToken cancellationToken)
    {
        if (bytes <= DvcCache.SmallFile)
        {
            var content = SmallFile.Read(source);
            var md5 = DvcDigest.OfBytes(content, hash.IsLegacy);
            if (md5 == hash.Md5)
                WriteNew(path, content);
            return md5;
        }

        File.Copy(source, path, overwrite: true);
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.Normal);
        else
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return DvcDigest.OfFile(path, hash.IsLegacy, cancellationToken);
    }

    // A link shares its bytes with the cache: they are read-only, and the caller says so. Where no link can be made, a copy serves.
    private string Link(DvcHash hash, string source, string path, CancellationToken cancellationToken)
    {
        var md5 = repository.Memory.Md5Of(source, hash.IsLegacy, cancellationToken) ?? "";
        if (md5 != hash.Md5)
            return md5;
        foreach (var link in repository.Config.Links)
        {
            if (link == DvcLinks.Copy)
                break;
            if (link == DvcLinks.HardLink ? HardLink.TryCreate(source, path) : TrySymbolicLink(source, path))
            {
                Interlocked.Increment(ref _linked);
                return md5;
            }
        }

        return Copy(hash, source, path, new FileInfo(source).Length, cancellationToken);
    }

    private static bool TrySymbolicLink(string source, string path)
    {
        try
        {
            File.CreateSymbolicLink(path, source);
            return true;
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            return false;
        }
    }

    private static void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, FileOptions.None,
            bytes.Length);
        RandomAccess.Write(file, bytes, 0);
    }
}
