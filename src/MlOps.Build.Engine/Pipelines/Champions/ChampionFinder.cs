using System.Text.RegularExpressions;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>Finds the champion's package: the file that is named, or the newest stable version in a folder.</summary>
internal static partial class ChampionFinder
{
    /// <summary>The package's file for a build that trains nothing; null, with an error, when there is none.</summary>
    /// <param name="package">The file itself; wins when not empty.</param>
    /// <param name="feed">A folder with packages; the newest stable version is taken.</param>
    /// <param name="packageId">The model package's id.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static string? Find(string package, string feed, string packageId, DiagnosticBag diagnostics)
    {
        if (package.Length > 0)
            return File.Exists(package) ? package : Missing($"'{package}' (MlOpsChampionPackage) does not exist", diagnostics);
        if (feed.Length == 0)
            return Missing("neither MlOpsChampionPackage nor MlOpsFeed says where to look", diagnostics);
        var packages = Packages(feed, packageId);
        if (Newest(packages) is { } newest)
            return newest;
        return Missing(
            packages.Count == 0
                ? $"the folder '{feed}' (MlOpsFeed) holds no version of '{packageId}'"
                : $"the folder '{feed}' (MlOpsFeed) holds {packages.Count} pre-release versions of '{packageId}' and no stable one",
            diagnostics);
    }

    /// <summary>
    /// The package that a newly trained model is compared with: the named file, whether it exists or not, or the newest stable version
    /// in the feed; null when there is no champion yet.
    /// </summary>
    public static string? Find(ModelProject project) =>
        project.ChampionPackage ?? (project.Feed is { } feed ? Newest(Packages(feed, project.PackageId ?? project.Name)) : null);

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
