using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Feeds.Http;
using MlOps.Build.Feeds.Sources;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Feeds;

/// <summary>Opens every kind of feed by what people call it.</summary>
internal static class PackageFeeds
{
    /// <summary>Opens a feed. Nothing is asked of it yet.</summary>
    /// <param name="place">A source's name in <c>nuget.config</c>, the path of a folder, or the address of a service index.</param>
    /// <param name="folder">Where <c>nuget.config</c> is looked for, upwards from there; relative paths begin there.</param>
    /// <param name="variable">Reads the environment.</param>
    /// <param name="settings">How patiently a server is asked.</param>
    /// <exception cref="FeedException">There is none of that name, or it is none that can be used.</exception>
    public static IPackageFeed Open(string place, string folder, Func<string, string?> variable, RetrySettings? settings = null)
    {
        if (place.Length == 0)
            throw new FeedException(FeedCodes.Unsupported, "no feed is named. Name a source of nuget.config, a folder, or the address of a service index.");
        if (place.Contains("://", StringComparison.Ordinal) || place.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return Address(place, folder, variable, settings);
        if (place.Contains('/') || place.Contains('\\'))
            return new FolderFeed(Path.GetFullPath(place, folder));

        var sources = new NuGetSources(folder, variable);
        if (sources.ByName(place) is { } source)
            return source.Address is { } address ? Server(source, address, settings) : new FolderFeed(source.Folder!);
        var path = Path.GetFullPath(place, folder);
        return Directory.Exists(path) ? new FolderFeed(path) : throw new FeedException(
            FeedCodes.NotFound,
            $"'{place}' is neither a source in nuget.config ({sources.Names}) nor a folder in '{folder}'. Add the source, or name a folder.");
    }

    private static IPackageFeed Address(string place, string folder, Func<string, string?> variable, RetrySettings? settings)
    {
        if (!Uri.TryCreate(place, UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
        {
            throw new FeedException(
                FeedCodes.Unsupported, "the feed's address is not valid, or holds a password. Put credentials into nuget.config, best as %VARIABLE%.");
        }

        if (address.IsFile)
            return new FolderFeed(address.LocalPath);
        return address.Scheme is "http" or "https"
            ? Server(new NuGetSources(folder, variable).ByAddress(address), address, settings)
            : throw new FeedException(FeedCodes.Unsupported, $"'{address.Scheme}' addresses are no feeds; expected a folder, http or https. Name another.");
    }

    private static HttpFeed Server(FeedSource source, Uri address, RetrySettings? settings) =>
        new(new FeedHttp(source, address, new Retries(settings ?? new RetrySettings())));
}
