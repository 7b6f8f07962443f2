using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>
/// DVC's cache of objects, each called by its hash. Objects are written beside their place and renamed, not flushed: what a power cut
/// leaves is found out, since nothing leaves the cache without being hashed.
/// </summary>
internal sealed class DvcCache(string folder)
{
    /// <summary>Files up to this size are read whole: one read serves hash and copy.</summary>
    public const int SmallFile = 1 << 20;

    // DVC takes an object with exactly this mode for one that it has verified, so only verified objects get it.
    private const UnixFileMode Protected = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private int _temporary;

    public string Folder { get; } = folder;

    public string PathOf(DvcHash hash) => Path.Combine(Folder, hash.ObjectPath);

    public bool Has(DvcHash hash) => File.Exists(PathOf(hash));

    /// <summary>Keeps bytes of which the caller has computed the hash.</summary>
    public void Put(DvcHash hash, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(hash);
        if (FileStamp.Of(path)?.Bytes == bytes.Length)
            return;
        var beside = Beside(path);
        try
        {
            Write(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            Drop(beside);
            throw;
        }
    }

    /// <summary>Keeps a file of which the caller has computed the hash.</summary>
    /// <returns>False when the file changed since.</returns>
    public bool PutFile(DvcHash hash, string file, CancellationToken cancellationToken)
    {
        var path = PathOf(hash);
        if (FileStamp.Of(path) is { } there && there.Bytes == new FileInfo(file).Length)
            return true;
        var beside = Beside(path);
        try
        {
            // The framework's copy shares blocks where the file system can.
            File.Copy(file, beside, overwrite: true);
            if (DvcDigest.OfFile(beside, hash.IsLegacy, cancellationToken) != hash.Md5)
                return false;
            Keep(beside, path);
            return true;
        }
        finally
        {
            Drop(beside);
        }
    }

    /// <summary>Makes a verified file that lies beside it the object.</summary>
    public static void Keep(string beside, string path)
    {
        Protect(beside);
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Throws a damaged object away, so that the next pull fetches it anew.</summary>
    public void Remove(DvcHash hash)
    {
        var path = PathOf(hash);
        if (OperatingSystem.IsWindows() && File.Exists(path))
            File.SetAttributes(path, FileAttributes.Normal);
        Drop(path);
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Protected;
        using (var stream = new FileStream(path, options))
            stream.Write(bytes);
        if (OperatingSystem.IsWindows())
            Protect(path);
    }

    /// <summary>Makes a verified file read-only, as DVC expects of objects.</summary>
    public static void Protect(string path)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.ReadOnly);
        else
            File.SetUnixFileMode(path, Protected);
    }

    private string Beside(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _temporary)}.tmp";
    }

    private static void Drop(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            // What went wrong before says more.
        }
    }
}
