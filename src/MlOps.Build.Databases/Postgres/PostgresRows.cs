using System.Data;
using System.Globalization;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;
using Npgsql;

namespace MlOps.Build.Databases.Postgres;

/// <summary>Rows of a PostgreSQL server, as they come, of one snapshot in a transaction that may only read.</summary>
internal sealed class PostgresRows : QueryRows
{
    // What text a value becomes must not depend on the settings of user and server.
    private const string Begin = "SET TRANSACTION READ ONLY; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'iso_8601'; "
        + "SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'";

    private readonly QueryFile _query;
    private readonly string _address;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBatch _batch;
    private NpgsqlDataReader? _reader;
    private Action<NpgsqlDataReader, int, RowWriter>[] _values = [];
    private long _row;
    private bool _ended;

    // Infinite dates would else be read as the last day of the year 9999.
    static PostgresRows() => AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", true);

    private PostgresRows(QueryFile query, string address, NpgsqlConnection connection)
    {
        (_query, _address, _connection) = (query, address, connection);
        var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        using (var begin = new NpgsqlCommand(Begin, connection, transaction))
            begin.ExecuteNonQuery();

        // A command of a batch is one statement: a second one, which might end the transaction, is refused by the server.
        _batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new NpgsqlBatchCommand(query.Text) } };
    }

    public override IReadOnlyList<string> Columns => field ??= [.. Enumerable.Range(0, Reader.FieldCount).Select(Reader.GetName)];

    private NpgsqlDataReader Reader => _reader ??= _batch.ExecuteReader(CommandBehavior.SequentialAccess);

    /// <exception cref="RemoteException">The server cannot be reached, or does not take user or query.</exception>
    public static async Task<QueryRows> OpenAsync(QueryFile query, PostgresSettings settings, Retries retries, CancellationToken cancellation)
    {
        var connection = await retries.RunAsync(settings.Address, token => ConnectAsync(settings, token), cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Run(query, settings.Address, connection, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (NpgsqlException exception)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw PostgresFailures.Of(query, settings.Address, exception);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        async Task<NpgsqlConnection> ConnectAsync(PostgresSettings settings, CancellationToken token)
        {
            var connection = new NpgsqlConnection(settings.Connection);
            try
            {
                await connection.OpenAsync(token).ConfigureAwait(false);
                return connection;
            }
            catch (NpgsqlException exception)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw PostgresFailures.IsTransient(exception)
                    ? new TransientException($"does not answer: {PostgresFailures.Reason(exception)}", null, exception)
                    : PostgresFailures.Of(query, settings.Address, exception);
            }
        }
    }

    public override bool Next()
    {
        try
        {
            _ended = !Reader.Read();
            _row += _ended ? 0 : 1;
            return !_ended;
        }
        catch (NpgsqlException exception)
        {
            throw PostgresFailures.Of(_query, _address, exception, _row);
        }
    }

    public override void Write(int column, RowWriter writer)
    {
        try
        {
            if (!Reader.IsDBNull(column))
                _values[column](Reader, column, writer);
        }
        catch (NpgsqlException exception)
        {
            throw PostgresFailures.Of(_query, _address, exception, _row);
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException or ArgumentOutOfRangeException)
        {
            var type = Reader.GetPostgresType(column).DisplayName;
            throw _query.Value(string.Create(
                CultureInfo.InvariantCulture,
                $"row {_row}: column {Shown.Text(Columns[column])} holds a value of '{type}' that is infinite, before year 1, or has more than 28 digits. Make it another: CAST({Columns[column]} AS text)."));
        }
    }

    public override void Cancel() => _batch.Cancel();

    public override void Dispose()
    {
        // Closing a reader would read all the rows that are left.
        if (!_ended)
            _batch.Cancel();
        try
        {
            _reader?.Dispose();
        }
        catch (NpgsqlException)
        {
            // Cancelled, or gone: nothing is wanted of it any more.
        }

        _batch.Dispose();
        _connection.Dispose();
    }

    private static PostgresRows Run(QueryFile query, string address, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = new PostgresRows(query, address, connection);
        try
        {
            using (cancellation.Register(rows.Cancel))
                rows.Describe();
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private void Describe()
    {
        if (Columns.Count == 0)
            throw _query.Fault("the statement gives no rows. Write one SELECT.");
        _values = [.. Columns.Select((name, column) => PostgresValues.Of(Reader.GetPostgresType(column))
            ?? throw _query.Value(PostgresValues.Unknown(name, Reader.GetPostgresType(column))))];
    }
}
