using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Databases;

/// <summary>A query as a place that holds one object: its rows as CSV.</summary>
internal sealed class QueryRemote(QueryFile query, Func<CancellationToken, Task<QueryRows>> run) : IRemote
{
    public string Address => query.Name;

    // Rows that came before a break are of a snapshot that is gone.
    public bool Resumes => false;

    public Task<RemoteObject?> FindAsync(string path, CancellationToken cancellationToken) => Task.FromResult<RemoteObject?>(new RemoteObject(null, null));

    public async Task<RemoteContent> OpenAsync(string path, long offset, CancellationToken cancellationToken) =>
        new(new RowStream(query, await run(cancellationToken).ConfigureAwait(false)), 0, new RemoteObject(null, null));

    public Task PutAsync(string path, string file, CancellationToken cancellationToken) =>
        throw new RemoteException(RemoteFailure.Unsupported, $"'{query.Name}' is a query, to which nothing can be pushed. Name a remote.");

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken) => AsyncEnumerable.Empty<string>();

    public void Dispose()
    {
        // A run belongs to the content that it gave.
    }
}
