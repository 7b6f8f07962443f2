using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions;

/// <summary>Data files against the DVC files that version them. What differs is a warning: people try things before they add them.</summary>
internal sealed class DvcDataCheck(ModelProject project, IRemoteOpener? opener, DiagnosticBag diagnostics)
{
    /// <summary>Checks, and fetches what is missing when there is an opener.</summary>
    /// <returns>The names of what was fetched.</returns>
    public IReadOnlyList<string> Run(CancellationToken cancellationToken)
    {
        if (DvcRepository.FindRoot(project.Folder) is null || DvcRepository.Open(project.Folder, diagnostics) is not { } repository)
            return [];
        foreach (var path in project.Data.Where(File.Exists))
            Compare(repository, path, cancellationToken);
        repository.Memory.Save();
        var missing = Missing(repository);
        return missing.Count == 0 ? [] : Fetch(repository, missing, cancellationToken);
    }

    private void Compare(DvcRepository repository, string path, CancellationToken cancellationToken)
    {
        if (DvcOwner.Of(repository, path, diagnostics) is not { } output || HashOf(repository, output, path) is not { } hash)
            return;
        if (repository.Memory.Md5Of(path, hash.IsLegacy, cancellationToken) == hash.Md5)
            return;
        diagnostics.Warning(
            VersionCodes.DataChanged,
            $"the data differ from what '{project.Display(output.DeclaredIn)}' names ({hash.Md5}). Make them the version with 'mlops data add', "
                + $"or go back with 'mlops data pull --force'.",
            new(project.Display(path)));
    }

    // A directory's list is only here after a pull; without it there is nothing to compare with.
    private static DvcHash? HashOf(DvcRepository repository, DvcOutput output, string path)
    {
        if (!output.Hash.IsDirectory)
            return output.Hash;
        return repository.Cache.Has(output.Hash) && DvcTree.Read(repository, output, []) is { } tree
            ? tree.FirstOrDefault(file => file.Path == path).Hash
            : null;
    }

    // Of a folder everything below it is meant. Patterns leave no trace of what they would have matched: then it is all below the project's folder.
    private List<DvcOutput> Missing(DvcRepository repository)
    {
        var absent = project.Data.Where(path => !File.Exists(path)).ToList();
        var folders = project.Data.Count == 0 ? [project.Folder] : project.NamedData.Where(path => !File.Exists(path)).ToList();
        if (absent.Count == 0 && folders.Count == 0)
            return [];
        return [.. DvcFinder.Outputs(repository, [], diagnostics).Where(output => absent.Exists(path => DvcFinder.IsAtOrBelow(path, output.Path))
            || (folders.Exists(folder => DvcFinder.IsAtOrBelow(output.Path, folder)) && !Path.Exists(output.Path)))];
    }

    private IReadOnlyList<string> Fetch(DvcRepository repository, List<DvcOutput> missing, CancellationToken cancellationToken)
    {
        if (opener is not null)
        {
            return [.. new DvcPull(repository, opener, diagnostics).Run(missing, cancellationToken)
                .Select(placed => project.Display(placed.Output.Path))];
        }

        foreach (var output in missing)
        {
            diagnostics.Error(
                VersionCodes.DataNotPulled,
                $"the data are not there yet; '{project.Display(output.DeclaredIn)}' versions them. Fetch them with 'mlops data pull', or build "
                    + $"with -p:MlOpsPullData=true.",
                new(project.Display(output.Path)));
        }

        return [];
    }
}
