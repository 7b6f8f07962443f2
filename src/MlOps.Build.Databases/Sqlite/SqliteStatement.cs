using Microsoft.Data.Sqlite;
using MlOps.Build.Engine.Data.Versions.Remotes;
using SQLitePCL;

namespace MlOps.Build.Databases.Sqlite;

/// <summary>Looks at a statement before it runs: one, that gives rows and writes nothing, also to no other file that it could attach.</summary>
internal static class SqliteStatement
{
    /// <exception cref="RemoteException">It is another.</exception>
    /// <exception cref="SqliteException">It does not parse.</exception>
    public static void Check(QueryFile query, SqliteConnection connection)
    {
        var database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, query.Text, out var statement, out var rest), database);
        using (statement)
        {
            if (raw.sqlite3_column_count(statement) == 0)
                throw query.Fault("the statement gives no rows. Write one SELECT.");
            if (raw.sqlite3_stmt_readonly(statement) == 0)
                throw query.Fault("the statement would write to the database. Write one SELECT.");
        }

        if (QueryText.Bare(rest).AsSpan().IndexOfAnyExcept(" \t\r\n;") >= 0)
            throw query.Fault("the file holds more than one statement. Write one SELECT; WITH gives names to others.");
    }
}
