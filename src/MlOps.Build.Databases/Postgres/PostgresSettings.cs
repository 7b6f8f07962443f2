using System.Globalization;
using MlOps.Build.Engine.Data.Versions.Remotes;
using Npgsql;

namespace MlOps.Build.Databases.Postgres;

/// <summary>A connection, from the environment alone: the variables of PostgreSQL's own programs, or one that holds an address.</summary>
/// <param name="Connection">Everything that Npgsql has to know; never shown.</param>
/// <param name="Address">Server and database as people may read them.</param>
internal sealed record PostgresSettings(string Connection, string Address)
{
    private const string Timeout = "MLOPS_QUERY_TIMEOUT";

    /// <exception cref="RemoteException">The environment names no server, or names it in a way that is not known.</exception>
    public static PostgresSettings Of(QueryFile query, Func<string, string?> variable)
    {
        string? Value(string name) => variable(name) is { Length: > 0 } text ? text : null;
        var builder = new NpgsqlConnectionStringBuilder();
        if (query.Target.Length == 0)
        {
            foreach (var (name, parameter) in PostgresParameters.Variables)
                Set(query, builder, parameter, Value(name), name);
        }
        else
        {
            Parse(query, builder, Value(query.Target));
        }

        if (string.IsNullOrEmpty(builder.Host))
        {
            var names = query.Target.Length == 0 ? "PGHOST" : query.Target;
            throw query.Fault($"the environment variable {names} names no server. Set it: the connection never stands in a file.");
        }

        // A pool would keep a connection that nobody asks for again.
        builder.Pooling = false;
        builder.ApplicationName ??= "mlops";
        builder.CommandTimeout = Seconds(query, Value(Timeout));
        return new PostgresSettings(builder.ConnectionString, $"{builder.Host}:{builder.Port}/{builder.Database ?? builder.Username}");
    }

    // What is wrong with an address is not shown: it may hold a password.
    private static void Parse(QueryFile query, NpgsqlConnectionStringBuilder builder, string? address)
    {
        if (address is null)
            return;
        try
        {
            if (address.Contains("://", StringComparison.Ordinal))
                FromAddress(query, builder, new Uri(address));
            else
                builder.ConnectionString = address;
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException or FormatException)
        {
            throw query.Fault($"the environment variable {query.Target} holds no connection that is understood; expected 'postgresql://user@host:5432/database' or 'Host=…;Database=…'. "
                + "In an address '/' is %2F in user and password, '@' %40, '?' %3F and '#' %23.");
        }
    }

    private static void FromAddress(QueryFile query, NpgsqlConnectionStringBuilder builder, Uri address)
    {
        // A password with '/' as it stands ends the server's name: what follows, with the password's rest, would be taken for a database.
        if (address.Scheme is not ("postgres" or "postgresql") || address.AbsolutePath.TrimStart('/').AsSpan().IndexOfAny('/', '@') >= 0)
            throw new UriFormatException();
        builder.Host = address.IdnHost;
        if (address.Port > 0)
            builder.Port = address.Port;
        var user = address.UserInfo.Split(':', 2);
        Set(query, builder, "user", Uri.UnescapeDataString(user[0]), query.Target);
        Set(query, builder, "password", user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null, query.Target);
        Set(query, builder, "dbname", Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')), query.Target);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
            Set(query, builder, pair[0], Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : ""), query.Target);
    }

    private static void Set(QueryFile query, NpgsqlConnectionStringBuilder builder, string parameter, string? value, string variable)
    {
        if (!string.IsNullOrEmpty(value) && !PostgresParameters.Set(builder, parameter, value))
            throw query.Fault($"'{parameter}' in the environment variable {variable} is not known, or has a value that it does not take.");
    }

    private static int Seconds(QueryFile query, string? text)
    {
        if (text is null)
            return 600;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw query.Fault($"the environment variable {Timeout} is no whole number of seconds.");
    }
}
