using Microsoft.Data.Sqlite;

namespace MlOps.Build.Tracking;

/// <summary>
/// The tables of the runs' file. Rows are added and never changed: the end of a run is a row, and a value that is given again is one more.
/// Triggers hold everybody to it.
/// </summary>
internal static class RunSchema
{
    /// <summary>The version that this code writes, in <c>user_version</c>.</summary>
    public const int Version = 1;

    // "MlOR" in application_id tells the file from other SQLite files.
    public const int Application = 0x4D6C4F52;

    private static readonly string[] Names = ["runs", "ends", "parameters", "tags", "metrics", "inputs", "artifacts"];

    // Times are milliseconds since 1970 in UTC. A metric without a value is NaN: SQLite knows none. What a search looks at stands side by side
    // for all runs, in the order in which the last one counts.
    private const string Tables = """
        create table runs(
          seq integer primary key, id text not null unique, experiment text not null, name text not null, parent text,
          started integer not null, host text not null, process integer not null, mark text not null);
        create table ends(run integer primary key references runs(seq), status text not null, ended integer not null);
        create table parameters(seq integer primary key, run integer not null references runs(seq), key text not null, value text not null);
        create table tags(seq integer primary key, run integer not null references runs(seq), key text not null, value text not null);
        create table metrics(
          seq integer primary key, run integer not null references runs(seq), key text not null, value real, lower real, upper real,
          step integer not null, time integer not null);
        create table inputs(
          seq integer primary key, run integer not null references runs(seq), name text not null, kind text not null, sha256 text not null,
          size integer not null);
        create table artifacts(
          seq integer primary key, run integer not null references runs(seq), path text not null, sha256 text not null, size integer not null,
          file text);
        create index runs_parent on runs(parent) where parent is not null;
        create index parameters_run on parameters(run);
        create index parameters_key on parameters(key, run, seq, value);
        create index tags_run on tags(run);
        create index tags_key on tags(key, run, seq, value);
        create index metrics_run on metrics(run);
        create index metrics_key on metrics(key, run, step, time, value);
        create index inputs_run on inputs(run);
        create index artifacts_run on artifacts(run);
        """;

    /// <summary>Makes the tables in a new file. Two that do it at once are one after the other.</summary>
    /// <exception cref="RunsFileException">The file is something else, or of a later version.</exception>
    public static void Ensure(SqliteConnection connection)
    {
        if (Check(connection) != 0)
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        if (Check(connection) == 0)
        {
            Run(connection, Tables + string.Concat(Names.Select(Guards)) + FormattableString.Invariant(
                $"pragma application_id = {Application}; pragma user_version = {Version};"));
        }

        transaction.Commit();
    }

    /// <summary>The file's version; 0 for an empty file.</summary>
    /// <exception cref="RunsFileException">The file is something else, or of a later version.</exception>
    public static int Check(SqliteConnection connection)
    {
        var (application, version) = (Number(connection, "pragma application_id"), Number(connection, "pragma user_version"));
        if (application == 0 && version == 0 && Number(connection, "select count(*) from sqlite_master") == 0)
            return 0;
        if (application != Application)
            throw new RunsFileException("it is a SQLite file of another program. Name another file.");
        return version <= Version ? (int)version : throw new RunsFileException(
            $"a later MlOps.Build wrote it (version {version}; this one knows {Version}). Use that one, or name another file.");
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Guards(string table) => string.Concat(new[] { "update", "delete" }.Select(what =>
        $"create trigger {table}_{what} before {what} on {table} begin select raise(abort, 'runs are only added to'); end;"));

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
