using System.Globalization;
using Npgsql;

namespace MlOps.Build.Databases.Postgres;

/// <summary>The parameters of PostgreSQL's own library (libpq) that are taken, and the variables that give them.</summary>
internal static class PostgresParameters
{
    public static readonly IReadOnlyList<(string Variable, string Parameter)> Variables =
    [
        ("PGHOST", "host"), ("PGPORT", "port"), ("PGDATABASE", "dbname"), ("PGUSER", "user"), ("PGPASSWORD", "password"), ("PGPASSFILE", "passfile"),
        ("PGSSLMODE", "sslmode"), ("PGSSLROOTCERT", "sslrootcert"), ("PGSSLCERT", "sslcert"), ("PGSSLKEY", "sslkey"), ("PGCONNECT_TIMEOUT", "connect_timeout"),
        ("PGAPPNAME", "application_name"), ("PGOPTIONS", "options"),
    ];

    /// <summary>False when the parameter is not known, or does not take the value.</summary>
    public static bool Set(NpgsqlConnectionStringBuilder builder, string parameter, string value)
    {
        switch (parameter)
        {
            case "host":
                builder.Host = value;
                return true;
            case "port" or "connect_timeout":
                return Number(builder, parameter, value);
            case "sslmode":
                if (!Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode))
                    return false;
                builder.SslMode = mode;
                return true;
            default:
                if (Keyword(parameter) is not { } keyword)
                    return false;
                builder[keyword] = value;
                return true;
        }
    }

    private static bool Number(NpgsqlConnectionStringBuilder builder, string parameter, string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > ushort.MaxValue)
            return false;
        if (parameter == "port")
            builder.Port = number;
        else
            builder.Timeout = Math.Min(number, 1024);
        return true;
    }

    private static string? Keyword(string parameter) => parameter switch
    {
        "dbname" => "Database",
        "user" => "Username",
        "password" => "Password",
        "passfile" => "Passfile",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "application_name" => "Application Name",
        "options" => "Options",
        _ => null,
    };
}
