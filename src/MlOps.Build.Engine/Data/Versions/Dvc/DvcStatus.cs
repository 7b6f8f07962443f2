using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>How one output stands.</summary>
/// <param name="Output">The output.</param>
/// <param name="State">How the project's data stand to it.</param>
/// <param name="InCache">True when the cache has its object, of a directory the list and all files, or need not have it.</param>
internal sealed record DvcStatus(DvcOutput Output, DvcState State, bool InCache)
{
    /// <summary>Looks at an output; null, with errors, when it cannot be read. Reads only files that changed since they were last read.</summary>
    public static DvcStatus? Of(DvcRepository repository, DvcOutput output, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (!Path.Exists(output.Path))
            return new DvcStatus(output, DvcState.Missing, IsInCache(repository, output));
        if (new DvcContentReader(repository, keep: false, diagnostics).Read(output.Path, output.Hash.IsLegacy, cancellationToken) is not { } content)
            return null;
        return new DvcStatus(output, content.Hash.Text == output.Hash.Text ? DvcState.Current : DvcState.Changed, IsInCache(repository, output));
    }

    private static bool IsInCache(DvcRepository repository, DvcOutput output)
    {
        if (!output.IsCached)
            return true;
        if (!repository.Cache.Has(output.Hash))
            return false;
        return !output.Hash.IsDirectory
            || (DvcTree.Read(repository, output, []) is { } tree && tree.All(file => repository.Cache.Has(file.Hash)));
    }
}
