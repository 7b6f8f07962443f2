using System.IO.Enumeration;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The files of a versioned directory, as DVC collects them: without what <c>.dvcignore</c> names, without following links to
/// folders.</summary>
internal sealed class DvcFolderWalk(DvcRepository repository, DiagnosticBag diagnostics)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Paths below the directory, forward slashes.</summary>
    public List<string> Files(string directory)
    {
        var files = new List<string>();
        Add(directory, "", DvcIgnore.Of(repository.Root, Path.GetDirectoryName(directory)!), files);
        return files;
    }

    private void Add(string folder, string prefix, DvcIgnore above, List<string> files)
    {
        var ignore = above.Within(folder);
        var folders = new List<string>();
        foreach (var (name, isDirectory, isLink) in Entries(folder))
        {
            var path = Path.Combine(folder, name);
            if ((isDirectory && DvcLayout.IsReserved(name)) || name == ".git" || ignore.Ignores(path, isDirectory))
                continue;
            if (!isDirectory)
                files.Add(prefix + name);
            else if (isLink)
                Skip(path);
            else
                folders.Add(name);
        }

        foreach (var name in folders)
            Add(Path.Combine(folder, name), $"{prefix}{name}/", ignore, files);
    }

    // As in DVC; a link in a circle would otherwise never end.
    private void Skip(string path) => diagnostics.Warning(
        VersionCodes.LinkNotFollowed,
        $"the link to a folder is not followed, and what it leads to is not versioned. Replace it by the folder, or name it in "
            + $"'{DvcLayout.IgnoreFile}'.",
        new(repository.Display(path)));

    private static FileSystemEnumerable<(string Name, bool IsDirectory, bool IsLink)> Entries(string folder) => new(
        folder,
        (ref FileSystemEntry entry) =>
            (entry.FileName.ToString(), entry.IsDirectory, entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
        Everything);
}
