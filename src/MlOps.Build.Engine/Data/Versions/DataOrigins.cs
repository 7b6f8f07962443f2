using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions;

/// <summary>Where data files come from that git does not keep, in the words that evidence and packages hold.</summary>
internal static class DataOrigins
{
    /// <summary>By the file's name in the project: the address that it is fetched from, or its <c>.dvc</c> file and the MD5 in it.</summary>
    public static IReadOnlyDictionary<string, string> Of(ModelProject project)
    {
        var origins = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var ignored = new DiagnosticBag();
        var repository = DvcRepository.FindRoot(project.Folder) is null ? null : DvcRepository.Open(project.Folder, ignored);
        foreach (var path in project.Data)
        {
            if (project.DataSources.TryGetValue(path, out var source))
                origins[project.Display(path)] = SourceSecret.In(source) is null ? source : SourceSecret.Shown(source);
            else if (repository is not null && DvcOwner.Of(repository, path, ignored) is { } output)
                origins[project.Display(path)] = $"{project.Display(output.DeclaredIn)} md5:{output.Hash.Text}";
        }

        return origins;
    }
}
