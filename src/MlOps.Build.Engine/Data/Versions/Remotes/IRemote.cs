namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>
/// A place that keeps objects by path: a folder, a web server, a bucket. Paths are relative, with forward slashes. Each call retries by
/// itself what another try may mend; what is left is a <see cref="RemoteException"/>.
/// </summary>
internal interface IRemote : IDisposable
{
    /// <summary>Its address as people may read it, without anything secret.</summary>
    string Address { get; }

    /// <summary>True when content that came in part is of use to a later call.</summary>
    bool Resumes => true;

    /// <summary>What is at the path; null when nothing is.</summary>
    Task<RemoteObject?> FindAsync(string path, CancellationToken cancellationToken);

    /// <summary>Opens the content from an offset on. A connection that breaks is taken up again where it broke.</summary>
    Task<RemoteContent> OpenAsync(string path, long offset, CancellationToken cancellationToken);

    /// <summary>Puts a file there, whole or not at all; one that is there already is replaced.</summary>
    Task PutAsync(string path, string file, CancellationToken cancellationToken);

    /// <summary>The paths that begin with a prefix, in no order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken);
}
