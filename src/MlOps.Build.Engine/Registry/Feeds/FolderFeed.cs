using System.Security.Cryptography;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>
/// A folder, which NuGet takes as a source like any other. NuGet itself replaces a version there without a word; a push from here never does.
/// </summary>
internal sealed class FolderFeed(string folder) : IPackageFeed
{
    public string Name => folder;

    public Task<IReadOnlyList<string>> VersionsAsync(string id, CancellationToken cancellationToken) => Guarded<IReadOnlyList<string>>(() =>
    {
        var versions = FolderPackages.Of(folder, id).Select(package => package.Version).Distinct().Order();
        return Task.FromResult<IReadOnlyList<string>>([.. versions.Select(version => version.Normalized)]);
    }, id);

    public Task<bool> DownloadAsync(string id, string version, string file, CancellationToken cancellationToken) => Guarded(async () =>
    {
        var wanted = FeedRequest.Version(Name, version);
        if (Find(id, wanted) is not { } package)
            return false;
        var hash = package.IsExpanded && File.Exists(package.HashFile) ? File.ReadAllText(package.HashFile).Trim() : null;
        using var stream = new FileStream(package.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        await new IncomingPackage(Name, id, wanted) { Sha512 = hash, Bytes = stream.Length }.SaveAsync(stream, file, cancellationToken)
            .ConfigureAwait(false);
        return true;
    }, id);

    public Task<PushOutcome> PushAsync(string file, string id, string version, CancellationToken cancellationToken) => Guarded(
        () => new FolderPush(folder, FeedRequest.Pushable(file, id, version)).RunAsync(file, cancellationToken), id);

    public Task<bool> RemoveAsync(string id, string version, string sha256, CancellationToken cancellationToken) => Guarded(async () =>
    {
        var wanted = FeedRequest.Version(Name, version);
        using var turn = await FolderLock.TakeAsync(folder, cancellationToken).ConfigureAwait(false);
        var packages = FolderPackages.Of(folder, id).Where(package => package.Version.Equals(wanted)).ToList();
        if (packages.Count == 0 || packages.Exists(package => !string.Equals(Sha256(package.Path), sha256, StringComparison.OrdinalIgnoreCase)))
            return false;
        packages.ForEach(Remove);
        return true;
    }, id);

    private FolderPackage? Find(string id, FeedVersion version) =>
        FolderPackages.Of(folder, id).Where(package => package.Version.Equals(version)).OrderBy(package => package.Path, StringComparer.Ordinal).FirstOrDefault();

    // A folder that is being removed must not look like a version that lacks its files.
    private void Remove(FolderPackage package)
    {
        if (!package.IsExpanded)
        {
            File.Delete(package.Path);
            return;
        }

        var aside = FolderLeftovers.Beside(folder);
        Directory.Move(Path.GetDirectoryName(package.Path)!, aside);
        FolderLeftovers.Drop(() => Directory.Delete(aside, recursive: true));
    }

    private static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private async Task<T> Guarded<T>(Func<Task<T>> work, string id)
    {
        FeedRequest.CheckId(Name, id);
        // A share that is not mounted looks like an empty one, so nobody makes the folder here.
        if (!Directory.Exists(folder))
            throw new FeedException(FeedCodes.NotFound, $"the feed '{folder}' is no folder here. Mount it or make it, or name another feed.");
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FolderFailure.Of(folder, exception);
        }
    }
}
