using System.Globalization;
using Microsoft.Data.Sqlite;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Versions;
using MlOps.Build.Engine.Data.Versions.Remotes;
using SQLitePCL;

namespace MlOps.Build.Databases.Sqlite;

/// <summary>Rows of a SQLite file, opened for reading only. SQLite's values have types of their own, whatever their column says.</summary>
internal sealed class SqliteRows : QueryRows
{
    private const int StepsBetweenLooks = 10_000;
    private readonly QueryFile _query;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;
    private SqliteDataReader? _reader;
    private long _row;
    private volatile bool _cancelled;

    private SqliteRows(QueryFile query, SqliteConnection connection)
    {
        (_query, _connection) = (query, connection);
        SqliteStatement.Check(query, connection);
        _command = connection.CreateCommand();
        _command.CommandText = query.Text;

        // An interruption before the first step would be lost.
        raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, _ => _cancelled ? 1 : 0, null);
    }

    public override IReadOnlyList<string> Columns => field ??= [.. Enumerable.Range(0, Reader.FieldCount).Select(Reader.GetName)];

    // Begun when rows are asked for, by a call that can be cancelled: it goes to the first row.
    private SqliteDataReader Reader
    {
        get
        {
            try
            {
                return _reader ??= _command.ExecuteReader();
            }
            catch (SqliteException exception)
            {
                throw Failure(_query, exception);
            }
        }
    }

    /// <exception cref="RemoteException">There is no such database, or it does not take the query.</exception>
    public static QueryRows Open(QueryFile query)
    {
        var file = Path.GetFullPath(query.Target, Path.GetDirectoryName(query.Path)!);
        if (!File.Exists(file))
        {
            throw new RemoteException(
                RemoteFailure.NotFound, $"'{query.Name}' runs on '{SafePath.Shown(query.Target)}', which does not exist. Add the database, or mend the path, which starts at the query's folder.");
        }

        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return new SqliteRows(query, connection);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw Failure(query, exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override bool Next()
    {
        try
        {
            _row++;
            return Reader.Read();
        }
        catch (SqliteException exception)
        {
            throw Failure(_query, exception);
        }
    }

    public override void Write(int column, RowWriter writer)
    {
        switch (raw.sqlite3_column_type(Reader.Handle, column))
        {
            case raw.SQLITE_INTEGER:
                writer.Number(Reader.GetInt64(column));
                break;
            case raw.SQLITE_FLOAT:
                writer.Number(Reader.GetDouble(column));
                break;
            case raw.SQLITE_TEXT:
                writer.Quoted(Reader.GetString(column));
                break;
            case raw.SQLITE_BLOB:
                throw _query.Value(string.Create(
                    CultureInfo.InvariantCulture, $"row {_row}: column {Shown.Text(Columns[column])} holds bytes, which no column of a table has. Leave it out, or take hex({Columns[column]})."));
        }
    }

    public override void Cancel() => _cancelled = true;

    public override void Dispose()
    {
        _reader?.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    private static RemoteException Failure(QueryFile query, SqliteException exception)
    {
        var reason = raw.sqlite3_errstr(exception.SqliteErrorCode).utf8_to_string();
        var message = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return exception.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                new RemoteException(RemoteFailure.Unavailable, $"'{query.Target}' is locked by a program that writes to it. Try again when that is done.", exception),
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY =>
                new RemoteException(RemoteFailure.Forbidden, $"'{query.Target}' cannot be opened: {reason}. Change its permissions, or read a copy of it.", exception),
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT =>
                query.Fault($"'{query.Target}' is no sound SQLite database: {reason}. Get it again, and try 'sqlite3 {query.Target} \"PRAGMA integrity_check\"'."),
            _ => query.Fault($"SQLite does not take the query: {message}. Try it with 'sqlite3 -readonly {query.Target} < {query.Name}'."),
        };
    }
}
