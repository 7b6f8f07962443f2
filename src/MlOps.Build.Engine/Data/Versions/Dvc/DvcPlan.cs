using System.Collections.Concurrent;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What has to change for the project to hold a version.</summary>
/// <param name="Wrong">Files that are missing or have another content.</param>
/// <param name="Unchanged">The number of files that are right.</param>
/// <param name="Extra">Files that the version does not have.</param>
/// <param name="Lost">Files that a checkout would overwrite or remove, and whose content is nowhere else.</param>
internal sealed record DvcPlan(IReadOnlyList<DvcFile> Wrong, int Unchanged, IReadOnlyList<string> Extra, IReadOnlyList<string> Lost)
{
    public static DvcPlan Make(DvcRepository repository, DvcOutput output, IReadOnlyList<DvcFile> tree, CancellationToken cancellationToken)
    {
        if (!Path.Exists(output.Path))
            return new DvcPlan(tree, 0, [], []);
        var wrong = new ConcurrentQueue<DvcFile>();
        var lost = new ConcurrentQueue<string>();
        InParallel.For(tree.Count, cancellationToken, i =>
        {
            var file = tree[i];
            var now = repository.Memory.Md5Of(file.Path, file.Hash.IsLegacy, cancellationToken);
            if (now == file.Hash.Md5)
                return;
            wrong.Enqueue(file);
            if (now is not null && !repository.Cache.Has(new DvcHash(now, false, file.Hash.IsLegacy)))
                lost.Enqueue(file.Path);
        });
        var extra = Extras(repository, output, tree);
        foreach (var file in extra.Where(file => !IsKept(repository, file, output.Hash.IsLegacy, cancellationToken)))
            lost.Enqueue(file);
        return new DvcPlan(
            [.. wrong.OrderBy(file => file.Path, StringComparer.Ordinal)], tree.Count - wrong.Count, extra, [.. lost.Order(StringComparer.Ordinal)]);
    }

    // A file where a directory belongs, or the other way round, is in the way too.
    private static IReadOnlyList<string> Extras(DvcRepository repository, DvcOutput output, IReadOnlyList<DvcFile> tree)
    {
        if (output.Hash.IsDirectory && File.Exists(output.Path))
            return [output.Path];
        if (!Directory.Exists(output.Path))
            return [];
        var belongs = tree.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. new DvcFolderWalk(repository, []).Files(output.Path)
            .Select(file => Path.Combine(output.Path, file.Replace('/', Path.DirectorySeparatorChar)))
            .Where(file => !belongs.Contains(file))];
    }

    private static bool IsKept(DvcRepository repository, string file, bool legacy, CancellationToken cancellationToken) =>
        repository.Memory.Md5Of(file, legacy, cancellationToken) is not { } md5 || repository.Cache.Has(new DvcHash(md5, false, legacy));
}
