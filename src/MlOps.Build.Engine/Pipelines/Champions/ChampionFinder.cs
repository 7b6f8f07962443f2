using System.Text.RegularExpressions;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>Finds the package whose model is built with when nothing is trained.</summary>
internal static partial class ChampionFinder
{
    /// <summary>The package's file; null, with an error, when there is none.</summary>
    /// <param name="package">The file itself; wins when not empty.</param>
    /// <param name="feed">
    /// A folder with packages, flat or as NuGet keeps restored ones (<c>id/version/id.version.nupkg</c>); the newest stable version is
    /// taken.
    /// </param>
    /// <param name="packageId">The model package's id.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static string? Find(string package, string feed, string packageId, DiagnosticBag diagnostics)
    {
        if (package.Length > 0)
            return File.Exists(package) ? package : Missing($"'{package}' (MlOpsChampionPackage) does not exist", diagnostics);
        if (feed.Length == 0)
            return Missing("neither MlOpsChampionPackage nor MlOpsFeed says where to look", diagnostics);
        var candidates = Candidates(feed, packageId).ToList();
        var newest = candidates.Where(candidate => candidate.Version is not null).OrderBy(candidate => candidate.Version).LastOrDefault();
        if (newest.Path is not null)
            return newest.Path;
        return Missing(
            candidates.Count == 0
                ? $"the folder '{feed}' (MlOpsFeed) holds no version of '{packageId}'"
                : $"the folder '{feed}' (MlOpsFeed) holds {candidates.Count} pre-release versions of '{packageId}' and no stable one",
            diagnostics);
    }

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
