using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>A folder for what a promotion makes on its way, test rows among it: for its owner alone, and gone at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string _path;

    public WorkFolder(string path)
    {
        _path = path;
        var above = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // What a killed run left.
        foreach (var old in above.EnumerateDirectories("mlops-promotion-*").Where(old => old.LastWriteTimeUtc < DateTime.UtcNow - Abandoned))
            Drop(old.FullName);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => Drop(_path);

    // A file that something holds open must not hide what was done.
    private static void Drop(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            // The next promotion sweeps it.
        }
    }
}
