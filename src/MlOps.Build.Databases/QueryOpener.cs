using MlOps.Build.Contracts;
using MlOps.Build.Databases.Postgres;
using MlOps.Build.Databases.Sqlite;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Databases;

/// <summary>Opens queries, and leaves other addresses to another opener.</summary>
internal sealed class QueryOpener(IRemoteOpener others, Func<string, string?> variable, DiagnosticBag diagnostics, RetrySettings? settings = null) : IRemoteOpener
{
    private readonly Retries _retries = new(settings ?? new RetrySettings());

    public IRemote Open(RemoteAddress address)
    {
        if (address.Scheme != QuerySource.Scheme)
            return others.Open(address);
        var query = QueryFile.Read(QuerySource.FileOf(address));
        if (!QueryText.HasOrder(query.Text))
        {
            diagnostics.Warning(
                VersionCodes.QueryUnordered,
                "the query has no ORDER BY: its rows may come in another order next time, and would be other data. Order them by columns that are different in each row.",
                new SourcePosition(query.Name));
        }

        return new QueryRemote(query, query.Kind == QueryKind.Sqlite ? _ => Task.FromResult(SqliteRows.Open(query)) : cancellation => Connect(query, cancellation));
    }

    private Task<QueryRows> Connect(QueryFile query, CancellationToken cancellation) =>
        PostgresRows.OpenAsync(query, PostgresSettings.Of(query, variable), _retries, cancellation);
}
