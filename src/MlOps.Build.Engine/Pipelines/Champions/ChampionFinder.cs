using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Git;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>Finds the champion's package: the file that is named, or the newest stable version in a folder.</summary>
internal static partial class ChampionFinder
{
    /// <summary>The package's file for a build that trains nothing; null, with an error, when there is none.</summary>
    /// <param name="project">The project.</param>
    /// <param name="package">The file itself; wins when not empty.</param>
    /// <param name="feed">A folder with packages; the version in the champion's stage is taken, or the newest stable one where no stage is known.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static string? Find(ModelProject project, string package, string feed, DiagnosticBag diagnostics)
    {
        var packageId = project.PackageId ?? project.Name;
        if (package.Length > 0)
            return File.Exists(package) ? package : Missing($"'{package}' (MlOpsChampionPackage) does not exist", diagnostics);
        if (feed.Length == 0)
            return Missing("neither MlOpsChampionPackage nor MlOpsFeed says where to look", diagnostics);
        var packages = Packages(feed, packageId);
        if (InStage(project) is { Version: { } version })
        {
            return Of(packages, packageId, version)
                ?? Missing($"the stage '{project.ChampionStage}' holds version {version}, which the folder '{feed}' (MlOpsFeed) does not have", diagnostics);
        }

        if (Newest(packages) is { } newest)
            return newest;
        return Missing(
            packages.Count == 0
                ? $"the folder '{feed}' (MlOpsFeed) holds no version of '{packageId}'"
                : $"the folder '{feed}' (MlOpsFeed) holds {packages.Count} pre-release versions of '{packageId}' and no stable one",
            diagnostics);
    }

    /// <summary>
    /// The package that a newly trained model is compared with: the named file, whether it exists or not; else in the feed the version that the
    /// champion's stage holds, whether it is there or not; where the registry knows no such stage, the newest stable one. Null when there is no
    /// champion yet.
    /// </summary>
    public static string? Find(ModelProject project)
    {
        if (project.ChampionPackage is not null || project.Feed is not { } feed)
            return project.ChampionPackage;
        var id = project.PackageId ?? project.Name;
        var packages = Packages(feed, id);
        var (known, version) = InStage(project);
        return !known ? Newest(packages) : version is null ? null : Of(packages, id, version) ?? Path.Combine(feed, $"{id}.{version}.nupkg");
    }

    // Known where the stage has ever held a version of the model; an emptied stage has none.
    private static (bool Known, string? Version) InStage(ModelProject project)
    {
        var artifact = project.Artifact ?? ArtifactName.Of(project.PackageId ?? project.Name);
        if (!Directory.Exists(project.Folder) || TagReader.Read(new GitRepository(project.Folder), out _) is not { Count: > 0 } tags)
            return (false, null);
        var history = new RegistryHistory(tags).Of(artifact);
        return (history.Holdings(project.ChampionStage).Count > 0, history.Current(project.ChampionStage)?.Version);
    }

    private static string? Of(IReadOnlyList<(string Path, Version? Version)> packages, string id, string version) => packages
        .FirstOrDefault(candidate => Path.GetFileNameWithoutExtension(candidate.Path).Equals($"{id}.{version}", StringComparison.OrdinalIgnoreCase)).Path;

    /// <summary>
    /// The packages of an id in a folder, flat or as NuGet keeps restored ones (<c>id/version/id.version.nupkg</c>), by path; the
    /// version is null for a pre-release.
    /// </summary>
    public static IReadOnlyList<(string Path, Version? Version)> Packages(string feed, string packageId) =>
        [.. Candidates(feed, packageId).OrderBy(candidate => candidate.Path, StringComparer.Ordinal)];

    private static string? Newest(IReadOnlyList<(string Path, Version? Version)> packages) =>
        packages.Where(candidate => candidate.Version is not null).OrderBy(candidate => candidate.Version).LastOrDefault().Path;

    private static IEnumerable<(string Path, Version? Version)> Candidates(string feed, string packageId)
    {
        var nested = Path.Combine(feed, packageId.ToLowerInvariant());
        var files = Files(feed, SearchOption.TopDirectoryOnly).Concat(Files(nested, SearchOption.AllDirectories));
        foreach (var path in files)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!name.StartsWith(packageId + ".", StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = name[(packageId.Length + 1)..];
            if (rest.Length > 0 && char.IsAsciiDigit(rest[0]))
                yield return (path, Stable().IsMatch(rest) ? Version.Parse(rest) : null);
        }
    }

    private static IEnumerable<string> Files(string folder, SearchOption option) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.nupkg", option) : [];

    private static string? Missing(string reason, DiagnosticBag diagnostics)
    {
        diagnostics.Error(
            BuildCodes.ChampionMissing,
            $"MlOpsMode is 'use', but {reason}. Name the package or its folder, or train with MlOpsMode=train.");
        return null;
    }

    [GeneratedRegex(@"^\d{1,9}\.\d{1,9}\.\d{1,9}$")]
    private static partial Regex Stable();
}
