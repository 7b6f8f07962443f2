using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Versions.Remotes;
using Npgsql;

namespace MlOps.Build.Databases.Postgres;

/// <summary>What a server did not do, in a sentence that says the way out. Passwords are in none of its messages.</summary>
internal static class PostgresFailures
{
    public static RemoteException Of(QueryFile query, string address, NpgsqlException exception, long rows = 0) => exception switch
    {
        PostgresException answer when Failure(answer.SqlState) == RemoteFailure.Query => Query(query, answer),
        PostgresException answer => new(Failure(answer.SqlState), $"'{address}' says: {answer.MessageText} ({answer.SqlState}). {WayOut(Failure(answer.SqlState))}", exception),
        _ when exception.InnerException is TimeoutException => new(
            RemoteFailure.Unavailable, $"'{address}' gave no answer in time. Ask for less, or set MLOPS_QUERY_TIMEOUT to more seconds.", exception),
        _ when rows > 0 => new(RemoteFailure.Unavailable, $"'{address}' broke off after {Shown.Count(rows, "row")}; they were thrown away. Try again later.", exception),
        _ => new(RemoteFailure.Unavailable, $"'{address}' does not answer: {Reason(exception)}. Try again later.", exception),
    };

    /// <summary>True for what another try may mend: no connection, or a server that is starting or full.</summary>
    public static bool IsTransient(NpgsqlException exception) =>
        exception is PostgresException answer ? answer.SqlState is "57P03" or "53300" : exception.InnerException is System.Net.Sockets.SocketException or IOException or TimeoutException;

    public static string Reason(NpgsqlException exception) => (exception.InnerException ?? exception).Message.ReplaceLineEndings(" ").TrimEnd('.');

    // The whole file was sent, so its characters are those of the query.
    private static RemoteException Query(QueryFile query, PostgresException answer)
    {
        var before = query.Text[..Math.Clamp(answer.Position - 1, 0, query.Text.Length)];
        var (line, column) = answer.Position > 0 ? (before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n')) : (0, 0);
        return query.Fault($"PostgreSQL does not take the query: {answer.MessageText} ({answer.SqlState}). Try it with 'psql -f {query.Name}'.", line, column);
    }

    // Classes of PostgreSQL's documentation, appendix A.
    private static RemoteFailure Failure(string state) => state switch
    {
        "42501" or ['2', '8', ..] => RemoteFailure.Forbidden,
        "3D000" => RemoteFailure.NotFound,
        "57014" or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] or ['0', '8', ..] or ['4', '0', ..] => RemoteFailure.Unavailable,
        _ => RemoteFailure.Query,
    };

    private static string WayOut(RemoteFailure failure) => failure switch
    {
        RemoteFailure.Forbidden => "Give the user the right to it, or other credentials in the environment.",
        RemoteFailure.NotFound => "Name another database in the environment.",
        _ => "Try again later.",
    };
}
