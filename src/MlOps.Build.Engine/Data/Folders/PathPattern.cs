using System.IO.Enumeration;

namespace MlOps.Build.Engine.Data.Folders;

/// <summary>
/// Files by a pattern, as MSBuild finds them: <c>*</c> and <c>?</c> within a name, <c>**</c> for folders of any depth, in the same order. Links to folders
/// are followed where the pattern names one, never by <c>**</c>: that has an end then.
/// </summary>
internal static class PathPattern
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    public static bool Is(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Absolute paths; none where nothing matches.</summary>
    public static IReadOnlyList<string> Find(string folder, string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var fixedParts = parts.TakeWhile(part => !Is(part)).Count();
        var start = (pattern is ['/', ..] ? "/" : "") + string.Join('/', parts[..fixedParts]);
        var root = Path.GetFullPath(start.Length == 0 ? "." : start, folder);
        var found = new SortedSet<string>(Comparer<string>.Create(DataFolder.Compare));
        if (Directory.Exists(root))
            Add(new DirectoryInfo(root), parts[fixedParts..], found);
        return [.. found];
    }

    private static void Add(DirectoryInfo folder, ReadOnlySpan<string> parts, SortedSet<string> found)
    {
        if (parts is ["**", .. var rest])
        {
            Add(folder, rest is [] ? new[] { "*" } : rest, found);
            foreach (var below in folder.EnumerateDirectories("*", Everything))
            {
                if (below.LinkTarget is null)
                    Add(below, parts, found);
            }
        }
        else if (parts is [var last])
        {
            foreach (var file in folder.EnumerateFiles("*", Everything))
            {
                if (Matches(last, file.Name))
                    found.Add(file.FullName);
            }
        }
        else
        {
            foreach (var below in folder.EnumerateDirectories("*", Everything))
            {
                if (Matches(parts[0], below.Name))
                    Add(below, parts[1..], found);
            }
        }
    }

    private static bool Matches(string pattern, string name) => pattern == "*.*" || FileSystemName.MatchesSimpleExpression(pattern, name, OperatingSystem.IsWindows());
}
