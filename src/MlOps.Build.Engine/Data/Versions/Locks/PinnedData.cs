using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>A data file that git does not keep.</summary>
/// <param name="Path">Where the build reads it, absolute.</param>
/// <param name="Source">What the lock calls it: the address that it is fetched from, with the mark of its query where it has one, or its path from the
/// project.</param>
/// <param name="IsFetched">True when it is fetched from <paramref name="Source"/>.</param>
internal sealed record PinnedData(string Path, string Source, bool IsFetched)
{
    /// <summary>The source as the project names it.</summary>
    public string Address => QuerySource.Address(Source);

    /// <summary>The data files of a project that lie outside its git repository, or are fetched; in the project's order.</summary>
    public static IReadOnlyList<PinnedData> Of(ModelProject project)
    {
        var root = RepositoryOf(project.Folder);
        return [.. project.Data.Select(path => Of(project, root, path)).OfType<PinnedData>()];
    }

    private static PinnedData? Of(ModelProject project, string root, string path)
    {
        if (project.DataSources.GetValueOrDefault(path) is { Length: > 0 } source)
            return new PinnedData(path, QuerySource.Is(source) ? QuerySource.Marked(source, project.Folder) : source, true);
        return IsBelow(root, path) ? null : new PinnedData(path, project.Display(path), false);
    }

    private static bool IsBelow(string root, string path) =>
        System.IO.Path.GetRelativePath(root, path) is var below && !below.StartsWith("..", StringComparison.Ordinal)
            && !System.IO.Path.IsPathRooted(below);

    // Without git, what lies in the project's folder is the project's.
    private static string RepositoryOf(string folder)
    {
        for (var here = folder; here is not null; here = System.IO.Path.GetDirectoryName(here))
        {
            if (System.IO.Path.Exists(System.IO.Path.Combine(here, ".git")))
                return here;
        }

        return folder;
    }
}
