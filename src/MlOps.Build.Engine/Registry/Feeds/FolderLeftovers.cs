namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>What a push writes before it has a package's name, and what one that was killed left.</summary>
internal static class FolderLeftovers
{
    private const string Pattern = ".mlops-*.tmp";

    /// <summary>A place beside the packages that nobody else has.</summary>
    public static string Beside(string root) => Path.Combine(root, $".mlops-{Guid.NewGuid():N}.tmp");

    /// <summary>Removes what no living process writes, which cannot be locked for oneself. To be called with the folder's lock.</summary>
    public static void Sweep(string root)
    {
        foreach (var path in Directory.EnumerateFiles(root, Pattern))
        {
            if (IsAbandoned(path))
                Drop(() => File.Delete(path));
        }

        // Folders are made and moved by those alone who have the lock.
        foreach (var path in Directory.EnumerateDirectories(root, Pattern))
            Drop(() => Directory.Delete(path, recursive: true));
    }

    public static void Drop(Action remove)
    {
        try
        {
            remove();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next push tries again.
        }
    }

    private static bool IsAbandoned(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
