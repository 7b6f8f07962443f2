using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry;

/// <summary>Holds the registry against itself and against its feed: every version has its package with the recorded hash, and every stable package its version.</summary>
internal sealed class RegistryAudit(ArtifactHistory artifact, DiagnosticBag diagnostics)
{
    /// <summary>Looks at the tags alone.</summary>
    public void Tags()
    {
        foreach (var version in artifact.Versions.Where(version => version.Withdrawn is null))
        {
            if (version.Tag.Trailers[TagTrailers.Version] is { } said && said != version.Version)
                Disagree($"its tag {version.Tag.Name} says version {said}");
        }

        foreach (var group in artifact.Versions.DistinctBy(version => version.Version).GroupBy(version => version.Tag.Commit).Where(group => group.Count() > 1))
            Disagree($"commit {group.Key[..7]} has {group.Count()} versions ({string.Join(", ", group.Select(version => version.Version))}), so GTO cannot tell which one a stage holds");
        foreach (var holding in artifact.Stages.SelectMany(artifact.Holdings))
        {
            var registered = artifact.Versions.Where(version => version.Tag.Commit == holding.Tag.Commit).Select(version => version.Version).ToList();
            if (holding.Version is null || !registered.Contains(holding.Version))
                Disagree($"the tag {holding.Tag.Name} gives '{holding.Stage}' {holding.Shown}, and its commit {(registered.Count == 0 ? "has no version" : $"is {string.Join(", ", registered)}")}");
        }
    }

    /// <summary>What a stage's tag says again of its version has to be what the version's tag says, and a stage must not hold what was withdrawn.</summary>
    public void Stages()
    {
        foreach (var holding in artifact.Stages.Select(artifact.Current).OfType<StageHolding>())
        {
            if (holding.Version is not { } version || artifact.Versions.LastOrDefault(known => known.Version == version) is not { } registered)
                continue;
            if (registered.Withdrawn is { } withdrawn)
                Disagree($"'{holding.Stage}' holds {version}, which {withdrawn.Name} has withdrawn");
            foreach (var key in new[] { TagTrailers.Evidence, TagTrailers.Sha256, TagTrailers.Package })
            {
                if (holding.Tag.Trailers[key] is { } said && registered.Tag.Trailers[key] is { } first && said != first)
                    Disagree($"the tag {holding.Tag.Name} says {key} {said}, the version's {first}");
            }
        }
    }

    /// <summary>Fetches every version's package.</summary>
    public async Task FeedAsync(IPackageFeed feed, string folder, CancellationToken cancellationToken)
    {
        if (artifact.Package is not { } package)
        {
            Disagree("no tag names its package, so the feed cannot be asked");
            return;
        }

        foreach (var version in artifact.Versions.Where(version => version.Withdrawn is null && version.Tag.Trailers[TagTrailers.Sha256] is not null))
        {
            var file = Path.Combine(folder, $"{package}.{version.Version}.nupkg");
            if (!await feed.DownloadAsync(package, version.Version, file, cancellationToken).ConfigureAwait(false))
                Disagree($"{feed.Name} does not have {package} {version.Version}");
            else if (ContentHash.OfFile(file) != version.Tag.Trailers[TagTrailers.Sha256])
                Disagree($"{package} {version.Version} in {feed.Name} is not the package that was registered: its SHA-256 is not {version.Tag.Trailers[TagTrailers.Sha256]}");
            File.Delete(file);
        }

        var known = artifact.Versions.Select(version => version.Version).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var version in await feed.VersionsAsync(package, cancellationToken).ConfigureAwait(false))
        {
            if (!version.Contains('-', StringComparison.Ordinal) && !known.Contains(version))
                Disagree($"{feed.Name} has {package} {version}, which no tag names");
        }
    }

    private void Disagree(string what) => diagnostics.Error(RegistryCodes.Inconsistent, $"{artifact.Artifact}: {what}. Find out who did that; tags and packages are only added.");
}
