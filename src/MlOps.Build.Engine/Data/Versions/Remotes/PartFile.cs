namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>
/// What has come of a download, beside its target: <c>x.part</c>. A killed process leaves it for the next one to go on with; while one
/// process holds it, another takes a name of its own, so that two pulls at once never write to one file.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private const string Suffix = ".part";
    private static int _own;

    private PartFile(FileStream stream, string path) => (Stream, Path) = (stream, path);

    public FileStream Stream { get; }

    public string Path { get; }

    public static PartFile Open(string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        try
        {
            return Open(target + Suffix, FileMode.OpenOrCreate);
        }
        catch (IOException exception) when (exception.HResult is 11 or 35 or unchecked((int)0x80070020))
        {
            // Held by another process: EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
            return Open($"{target}.{Environment.ProcessId}-{Interlocked.Increment(ref _own)}{Suffix}", FileMode.CreateNew);
        }
    }

    /// <summary>Begins anew.</summary>
    public void Restart()
    {
        Stream.SetLength(0);
        Stream.Position = 0;
    }

    /// <summary>Makes it the target while it is still held, so that nobody else can take it up in between.</summary>
    public void Become(string target) => File.Move(Path, target, overwrite: true);

    /// <summary>Throws it away.</summary>
    public void Discard() => File.Delete(Path);

    public void Dispose() => Stream.Dispose();

    private static PartFile Open(string path, FileMode mode)
    {
        // A link that somebody put there would send the bytes elsewhere.
        if (new FileInfo(path).LinkTarget is not null)
            File.Delete(path);
        // On Windows only a file that is shared for deletion can be renamed while it is open; elsewhere None is the exclusive lock.
        var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
        return new PartFile(new FileStream(path, mode, FileAccess.ReadWrite, share, 1), path);
    }
}
