using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Engine.Tests.Registry;

/// <summary>A folder feed whose pushes break when they are told to.</summary>
internal sealed class BreakingFeed(IPackageFeed inner) : IPackageFeed
{
    public bool Breaks { get; set; }

    public string Name => inner.Name;

    public Task<IReadOnlyList<string>> VersionsAsync(string id, CancellationToken cancellationToken) => inner.VersionsAsync(id, cancellationToken);

    public Task<bool> DownloadAsync(string id, string version, string file, CancellationToken cancellationToken) => inner.DownloadAsync(id, version, file, cancellationToken);

    public Task<PushOutcome> PushAsync(string file, string id, string version, CancellationToken cancellationToken) =>
        Breaks ? throw new FeedException(FeedCodes.NotFound, "the feed is gone") : inner.PushAsync(file, id, version, cancellationToken);

    public Task<bool> RemoveAsync(string id, string version, string sha256, CancellationToken cancellationToken) => inner.RemoveAsync(id, version, sha256, cancellationToken);
}
