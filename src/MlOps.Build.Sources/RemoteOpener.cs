using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Azure;
using MlOps.Build.Sources.Http;
using MlOps.Build.Sources.Resilience;
using MlOps.Build.Sources.S3;

namespace MlOps.Build.Sources;

/// <summary>Opens every kind of remote by its address.</summary>
internal sealed class RemoteOpener(Func<string, string?> variable, RetrySettings settings) : IRemoteOpener
{
    // One for the process: connections are shared, and nothing waits for sockets to time out.
    private static readonly HttpClient Client = new(
        new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxConnectionsPerServer = 32 })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly Retries _retries = new(settings);

    public RemoteOpener(Func<string, string?> variable)
        : this(variable, new RetrySettings())
    {
    }

    /// <inheritdoc/>
    public IRemote Open(RemoteAddress address) => address.Scheme switch
    {
        "" => new FolderRemote(address.Url),
        "file" => new FolderRemote(new Uri(address.Url).LocalPath),
        "http" or "https" => Valid(address) ? new HttpRemote(address, Client, _retries, variable) : throw Unsupported(address),
        "s3" or "gs" => new S3Remote(address, S3Clients.Create(address, variable), _retries),
        QuerySource.Scheme => throw new RemoteException(
            RemoteFailure.Unsupported,
            $"'{Path.GetFileName(QuerySource.FileOf(address))}' is a query, and a build runs none: it would need the database and its credentials. Run 'mlops data "
                + $"pull' before the build."),
        "azure" or "az" => new BlobRemote(address, BlobAccount.Of(address, variable), _retries),
        _ => throw Unsupported(address),
    };

    private static bool Valid(RemoteAddress address) => Uri.TryCreate(address.Url, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0;

    private static RemoteException Unsupported(RemoteAddress address) => new(
        RemoteFailure.Unsupported,
        $"'{address.Scheme}' addresses are not known, or this one is not valid or holds a password; expected a folder, http, https, s3, gs or "
            + $"azure. Change the remote's 'url'.");
}
