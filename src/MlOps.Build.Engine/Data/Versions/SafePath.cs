using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Engine.Data.Versions;

/// <summary>Paths that files of versions name: they come from others, and may lead nowhere but below their folder.</summary>
internal static class SafePath
{
    private const int LongestPath = 4096;
    private const int LongestShown = 120;

    /// <summary>What is wrong with a path with forward slashes below a folder; null when nothing.</summary>
    public static string? Fault(string path)
    {
        if (path.Length is 0 or > LongestPath)
            return $"has {path.Length} characters; expected 1 to {LongestPath}";
        if (path.Contains('\0', StringComparison.Ordinal) || (OperatingSystem.IsWindows() && path.AsSpan().IndexOfAny('\\', ':') >= 0))
            return "has a character that no file name has";
        foreach (var range in path.AsSpan().Split('/'))
        {
            var part = path.AsSpan()[range];
            if (part.IsEmpty || part is "." or "..")
                return "leads out of its folder";
            if (part.Length <= 4 && DvcLayout.IsReserved(part.ToString()))
                return "leads into a folder of DVC or of a source control";
        }

        return null;
    }

    /// <summary>The path from <paramref name="folder"/>, or null when it leads out of <paramref name="root"/>, is the root itself or a reserved
    /// folder.</summary>
    public static string? Resolve(string root, string folder, string path)
    {
        if (path.Length is 0 or > LongestPath || path.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(path))
            return null;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder));
        var below = Path.GetRelativePath(root, full).Replace('\\', '/');
        return Path.IsPathRooted(below) || below == "." || Fault(below) is not null ? null : full;
    }

    /// <summary>The first link between the root and a path below it, through which a write would land elsewhere; null when there is none.</summary>
    public static string? LinkAbove(string root, string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && folder.Length > root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
                return folder;
        }

        return null;
    }

    /// <summary>A hostile text in one line of bounded length.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(text.Take(LongestShown).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length > LongestShown ? line + "…" : line;
    }
}
