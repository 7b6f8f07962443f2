using System.IO.Enumeration;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Finds what a repository versions.</summary>
internal static class DvcFinder
{
    private static readonly EnumerationOptions Recursive = new() { AttributesToSkip = 0, RecurseSubdirectories = true };

    /// <summary>The <c>.dvc</c> files and <c>dvc.lock</c> files, in order. Inside a versioned directory there are none, so none is looked
    /// at.</summary>
    public static IReadOnlyList<string> Files(string root)
    {
        var found = new FileSystemEnumerable<string>(root, (ref FileSystemEntry entry) => entry.ToFullPath(), Recursive)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsVersionFile(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !DvcLayout.IsReserved(entry.FileName.ToString())
                && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                && !File.Exists(entry.ToFullPath() + DvcLayout.FileSuffix),
        };
        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>The outputs that the targets mean; all when there is no target. A target that means none is an error.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="targets">Absolute paths: of a file that versions, of data, or of a folder above them.</param>
    /// <param name="diagnostics">Takes what cannot be read.</param>
    /// <param name="uncached">True for those too that git keeps: they can be compared, not fetched.</param>
    public static IReadOnlyList<DvcOutput> Outputs(DvcRepository repository, IReadOnlyList<string> targets, DiagnosticBag diagnostics, bool uncached = false)
    {
        List<DvcOutput> all = [.. Files(repository.Root).SelectMany(file => DvcFileReader.Read(repository, file, diagnostics)).Where(output => uncached || output.IsCached)];
        if (targets.Count == 0)
            return all;
        var chosen = new List<DvcOutput>();
        foreach (var target in targets)
        {
            var meant = all.Where(output => Means(target, output)).ToList();
            if (meant.Count == 0)
                Unknown(repository, target, diagnostics);
            chosen.AddRange(meant);
        }

        return [.. chosen.Distinct()];
    }

    /// <summary>True when one path is the other or lies below it.</summary>
    public static bool IsAtOrBelow(string path, string folder) =>
        path == folder || (path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == Path.DirectorySeparatorChar);

    private static bool Means(string target, DvcOutput output) =>
        target == output.DeclaredIn
        || IsAtOrBelow(output.Path, target)
        || IsAtOrBelow(target, output.Path)
        || (Path.GetFileName(target) == DvcLayout.PipelineFile
            && output.DeclaredIn == Path.Combine(Path.GetDirectoryName(target)!, DvcLayout.LockFile));

    private static void Unknown(DvcRepository repository, string target, DiagnosticBag diagnostics) => diagnostics.Error(
        VersionCodes.NothingToVersion,
        "nothing of that name is versioned. Add it with 'mlops data add', or see 'mlops data status'.",
        new(repository.Display(target)));

    private static bool IsVersionFile(ReadOnlySpan<char> name) =>
        name.Equals(DvcLayout.LockFile, StringComparison.Ordinal)
        || (name.Length > DvcLayout.FileSuffix.Length && name.EndsWith(DvcLayout.FileSuffix, StringComparison.Ordinal));
}
