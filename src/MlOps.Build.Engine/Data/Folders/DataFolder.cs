using System.IO.Enumeration;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Versions;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Engine.Data.Folders;

/// <summary>
/// The data files below a folder, in an order that no file system decides. Links to folders are not followed: they may lead out, or round in circles;
/// a linked file must lie in the folder too, or be an object of DVC's cache, whose content is its name.
/// </summary>
internal sealed class DataFolder
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    private readonly string _root;
    private readonly List<string> _files = [];

    private DataFolder(string root) => _root = root;

    /// <summary>The files of a folder, absolute.</summary>
    /// <exception cref="DamagedFileException">There are none, or a link leads elsewhere; the file is the path from the folder.</exception>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        var found = new DataFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        found.Add(found._root);
        if (found._files.Count == 0)
            throw new DamagedFileException(DataCodes.EmptyFolder, $"the folder has no data file: none ends in {DataEndings.Shown}. Add one, or name another folder");
        found._files.Sort(Compare);
        return found._files;
    }

    /// <summary>As MSBuild sorts what a pattern finds; names that differ by case alone in the order of their characters.</summary>
    public static int Compare(string left, string right) =>
        string.Compare(left, right, StringComparison.OrdinalIgnoreCase) is var order && order != 0 ? order : string.CompareOrdinal(left, right);

    private void Add(string folder)
    {
        foreach (var (name, isFolder, isLink) in Entries(folder))
        {
            var path = Path.Combine(folder, name);
            if (isFolder && name is not ['.' or '_', ..])
                AddFolder(path, isLink);
            else if (!isFolder && DataEndings.Are(name))
                AddFile(path, isLink);
        }
    }

    private void AddFolder(string path, bool isLink)
    {
        if (isLink)
            throw Elsewhere(path, "links to folders are not followed. Name the folder that it leads to as data of its own");
        Add(path);
    }

    private void AddFile(string path, bool isLink)
    {
        if (isLink)
            CheckTarget(path);
        _files.Add(path);
    }

    private void CheckTarget(string path)
    {
        string? target;
        try
        {
            target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            throw Elsewhere(path, "it leads round in a circle. Replace it by the file");
        }

        if (target is not null && !IsInside(target) && !target.Replace('\\', '/').Contains($"/{DvcLayout.Files}", StringComparison.Ordinal))
            throw Elsewhere(path, "it leads out of the folder. Name the file that it leads to as data of its own");
    }

    private bool IsInside(string path) => DvcFinder.IsAtOrBelow(path, _root) && SafePath.LinkAbove(_root, path) is null;

    private DamagedFileException Elsewhere(string path, string reason) =>
        new(DataCodes.LinkElsewhere, $"'{Path.GetRelativePath(_root, path).Replace('\\', '/')}' is a link: {reason}");

    private static FileSystemEnumerable<(string Name, bool IsFolder, bool IsLink)> Entries(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory, entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
        Everything);
}
