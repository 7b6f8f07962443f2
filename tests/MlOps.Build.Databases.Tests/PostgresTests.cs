using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Versions.Remotes;
using Npgsql;

[assembly: AssemblyFixture(typeof(MlOps.Build.Databases.Tests.PostgresServer))]

namespace MlOps.Build.Databases.Tests;

/// <summary>Queries of a real PostgreSQL server.</summary>
public sealed class PostgresTests : IDisposable
{
    private const string Source = "-- source: postgres\n";
    private readonly QueryFolder _folder = new();
    private readonly PostgresServer _server;

    public PostgresTests(PostgresServer server)
    {
        _server = server;
        Assert.SkipUnless(server.Absent is null, server.Absent ?? "");
        _folder.Variables["PGHOST"] = "127.0.0.1";
        _folder.Variables["PGPORT"] = $"{server.Port}";
        _folder.Variables["PGUSER"] = PostgresServer.User;
        _folder.Variables["PGPASSWORD"] = PostgresServer.Password;
        _folder.Variables["PGDATABASE"] = "postgres";
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    // The values are what their literals say; by the form of the rows each reads back as itself.
    [Theory]
    [InlineData("TRUE", "true")]
    [InlineData("(-32768)::int2", "-32768")]
    [InlineData("2147483647", "2147483647")]
    [InlineData("(-9223372036854775808)::int8", "-9223372036854775808")]
    [InlineData("4294967295::oid", "4294967295")]
    [InlineData("0.1::float4", "0.1")]
    [InlineData("0.1::float8", "0.1")]
    [InlineData("3::float8", "3.0")]
    [InlineData("'-0'::float8", "-0.0")]
    [InlineData("1e300::float8", "1E+300")]
    [InlineData("'NaN'::float8", "NaN")]
    [InlineData("12345678901234567890.12345678::numeric", "12345678901234567890.12345678")]
    [InlineData("1.50::numeric(5, 2)", "1.50")]
    [InlineData("'say \"so\", '", "\"say \"\"so\"\", \"")]
    [InlineData("E'two\\nlines'", "\"two\nlines\"")]
    [InlineData("''::text", "\"\"")]
    [InlineData("NULL::text", "")]
    [InlineData("'NULL'::varchar", "\"NULL\"")]
    [InlineData("'ab'::char(4)", "\"ab  \"")]
    [InlineData("'蓝'", "\"蓝\"")]
    [InlineData("DATE '2024-02-29'", "2024-02-29")]
    [InlineData("DATE '0001-01-01'", "0001-01-01")]
    [InlineData("TIMESTAMP '2024-02-29 23:59:59.123456'", "2024-02-29T23:59:59.123456")]
    [InlineData("TIMESTAMP '2024-02-29 00:00:00'", "2024-02-29T00:00:00")]
    [InlineData("TIMESTAMPTZ '2024-02-29 23:59:59+02:00'", "2024-02-29T21:59:59Z")]
    [InlineData("TIME '01:02:03.5'", "\"01:02:03.5\"")]
    [InlineData("'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid", "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"")]
    [InlineData("'{\"a\": [1,2]}'::json", "\"{\"\"a\"\": [1,2]}\"")]
    [InlineData("'{\"b\":1,\"a\": 2}'::jsonb", "\"{\"\"a\"\": 2, \"\"b\"\": 1}\"")]
    [InlineData("TIMESTAMPTZ '2024-02-29 23:59:59+02:00'::text", "\"2024-02-29 21:59:59+00\"")]
    public async Task A_value_is_written_as_what_it_is(string sql, string expected) =>
        (await _folder.RunAsync($"{Source}SELECT {sql} AS v, 1 AS one ORDER BY 2;", Cancellation)).ShouldBe($"\"v\",\"one\"\n{expected},1\n");

    [Fact]
    public async Task Enums_and_domains_are_their_values()
    {
        await ExecuteAsync("CREATE DATABASE cars");
        _folder.Variables["PGDATABASE"] = "cars";
        await ExecuteAsync("CREATE TYPE colour AS ENUM ('red', 'blue'); CREATE DOMAIN speed AS int4 CHECK (VALUE >= 0); CREATE TABLE cars (colour colour, speed speed); INSERT INTO cars VALUES ('blue', 7)");
        (await _folder.RunAsync($"{Source}SELECT * FROM cars ORDER BY 1", Cancellation)).ShouldBe("\"colour\",\"speed\"\n\"blue\",7\n");
    }

    [Fact]
    public void Many_rows_come_as_they_are_and_the_same_rows_are_the_same_version()
    {
        const int rows = 300_000;
        _folder.Write("many.sql", $"{Source}SELECT i AS id, 'row ' || i AS text, i / 4.0::float8 AS part FROM generate_series(1, {rows}) i ORDER BY i");
        var line = _folder.Update("many.sql", "many.csv", Cancellation).ShouldNotBeNull(string.Join('\n', _folder.Diagnostics));
        _folder.Update("many.sql", "many.csv", Cancellation).ShouldBe(line);
        line.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder["many.csv"]))));
        var table = TableReader.Read([new DataSource(_folder["many.csv"], "many.csv")], null, _folder.Diagnostics, Cancellation).ShouldNotBeNull();
        table.RowCount.ShouldBe(rows);
        table.Columns.Select(column => column.Type).ShouldBe([ColumnType.Int64, ColumnType.String, ColumnType.Float64]);
        table.Columns.Select(column => column.Text(rows - 1)).ShouldBe(["300000", "row 300000", "75000"]);
        _folder.Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT none FROM pg_class ORDER BY 1", "query.sql(2,8): error MLOPS1138: PostgreSQL does not take the query: column \"none\" does not exist (42703).")]
    [InlineData("SELECT 1\nFROM nowhere ORDER BY 1", "query.sql(3,6): error MLOPS1138: PostgreSQL does not take the query: relation \"nowhere\" does not exist (42P01).")]
    [InlineData("SELEC 1 ORDER BY 1", "query.sql(2,1): error MLOPS1138: PostgreSQL does not take the query: syntax error at or near \"SELEC\" (42601).")]
    [InlineData("SELECT 1; SELECT 2 ORDER BY 1", "error MLOPS1138: PostgreSQL does not take the query: cannot insert multiple commands into a prepared statement (42601).")]
    [InlineData("COMMIT; DROP TABLE kept", "error MLOPS1138: PostgreSQL does not take the query: cannot insert multiple commands")]
    [InlineData("COMMIT", "error MLOPS1138: the statement gives no rows.")]
    [InlineData("INSERT INTO kept VALUES (2) RETURNING id", "error MLOPS1138: PostgreSQL does not take the query: cannot execute INSERT in a read-only transaction (25006).")]
    [InlineData("SELECT set_config('transaction_read_only', 'off', false)", "error MLOPS1138: PostgreSQL does not take the query: transaction read-write mode must be set before any query")]
    [InlineData("SELECT interval '1 day' AS i, 1 AS o ORDER BY 2", "error MLOPS1139: column 'i' is of type 'interval', which no column of a table has. Leave it out, or make it another: CAST(i AS text).")]
    [InlineData("SELECT '\\x00'::bytea AS b, 1 AS o ORDER BY 2", "error MLOPS1139: column 'b' is of type 'bytea'")]
    [InlineData("SELECT ARRAY[1, 2] AS a, 1 AS o ORDER BY 2", "error MLOPS1139: column 'a' is of type 'integer[]'")]
    [InlineData("SELECT 10::numeric ^ 30 AS n, 1 AS o ORDER BY 2", "error MLOPS1139: row 1: column 'n' holds a value of 'numeric' that is infinite, before year 1, or has more than 28 digits.")]
    [InlineData("SELECT DATE 'infinity' AS d, 1 AS o ORDER BY 2", "error MLOPS1139: row 1: column 'd' holds a value of 'date' that is infinite")]
    [InlineData("SELECT TIMESTAMP 'infinity' AS d, 1 AS o ORDER BY 2", "error MLOPS1139: row 1: column 'd' holds a value of 'timestamp without time zone' that is infinite")]
    [InlineData("SELECT DATE '0044-03-15 BC' AS d, 1 AS o ORDER BY 2", "error MLOPS1139: row 1: column 'd' holds a value of 'date'")]
    [InlineData("SELECT 1 / (3 - i) AS q, i FROM generate_series(1, 9) i ORDER BY i", "error MLOPS1138: PostgreSQL does not take the query: division by zero (22012).")]
    public async Task A_query_that_cannot_be_is_refused(string sql, string message)
    {
        await ExecuteAsync("CREATE TABLE IF NOT EXISTS kept (id int); DELETE FROM kept; INSERT INTO kept VALUES (1)");
        (await _folder.RefusalAsync(Source + sql, Cancellation)).ShouldContain(message);
        (await _folder.RunAsync($"{Source}SELECT count(*) AS n, 1 AS o FROM kept ORDER BY 2", Cancellation)).ShouldBe("\"n\",\"o\"\n1,1\n");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_once_and_stands_in_no_message()
    {
        _folder.Variables["PGPASSWORD"] = "not-the-password";
        var refusal = await _folder.RefusalAsync($"{Source}SELECT 1", Cancellation);
        refusal.ShouldBe($"error MLOPS1072: '127.0.0.1:{_server.Port}/postgres' says: password authentication failed for user \"{PostgresServer.User}\" (28P01). "
            + "Give the user the right to it, or other credentials in the environment.");
        refusal.ShouldNotContain("not-the-password");
    }

    [Fact]
    public async Task A_right_that_is_missing_and_a_database_that_is_not_there_are_told_apart()
    {
        await ExecuteAsync("CREATE ROLE guest LOGIN PASSWORD 'guest'; CREATE TABLE hidden (id int)");
        (_folder.Variables["PGUSER"], _folder.Variables["PGPASSWORD"]) = ("guest", "guest");
        (await _folder.RefusalAsync($"{Source}SELECT * FROM hidden", Cancellation)).ShouldContain("error MLOPS1072: ");
        _folder.Variables["PGDATABASE"] = "none";
        (await _folder.RefusalAsync($"{Source}SELECT 1", Cancellation)).ShouldContain("error MLOPS1073: ");
    }

    [Theory]
    [InlineData("postgresql://{user}:{password}@127.0.0.1:{port}/postgres?sslmode=disable&application_name=a%20test")]
    [InlineData("Host=127.0.0.1;Port={port};Username={user};Password=\"{plain}\";Database=postgres")]
    public async Task A_variable_may_hold_the_whole_connection(string address)
    {
        _folder.Variables.Clear();
        _folder.Variables["WAREHOUSE"] = address.Replace("{user}", PostgresServer.User, StringComparison.Ordinal).Replace("{port}", $"{_server.Port}", StringComparison.Ordinal)
            .Replace("{password}", Uri.EscapeDataString(PostgresServer.Password), StringComparison.Ordinal).Replace("{plain}", PostgresServer.Password, StringComparison.Ordinal);
        (await _folder.RunAsync("-- source: postgres:WAREHOUSE\nSELECT 1 AS a, 2 AS b ORDER BY 1", Cancellation)).ShouldBe("\"a\",\"b\"\n1,2\n");
    }

    [Theory]
    [InlineData("", "the environment variable WAREHOUSE names no server. Set it: the connection never stands in a file.")]
    [InlineData("http://me:secret@host/db", "the environment variable WAREHOUSE holds no connection that is understood;")]
    [InlineData("postgresql://me:a@se/secret@127.0.0.1:5432/db", "the environment variable WAREHOUSE holds no connection that is understood;")]
    [InlineData("postgresql://me:12/secret@127.0.0.1:5432/db", "the environment variable WAREHOUSE holds no connection that is understood;")]
    [InlineData("postgresql://secret/34@127.0.0.1:5432/db", "the environment variable WAREHOUSE holds no connection that is understood;")]
    [InlineData("Hots=secret", "the environment variable WAREHOUSE holds no connection that is understood;")]
    [InlineData("postgres://me:secret@host/db?colour=secret", "'colour' in the environment variable WAREHOUSE is not known, or has a value that it does not take.")]
    [InlineData("postgres://me:secret@host:5432/db?sslmode=perhaps", "'sslmode' in the environment variable WAREHOUSE is not known, or has a value")]
    public async Task A_connection_that_is_not_understood_is_not_shown(string address, string message)
    {
        _folder.Variables.Clear();
        _folder.Variables["WAREHOUSE"] = address;
        var refusal = await _folder.RefusalAsync("-- source: postgres:WAREHOUSE\nSELECT 1", Cancellation);
        refusal.ShouldContain("error MLOPS1138: " + message);
        refusal.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_asked_a_few_times()
    {
        using var proxy = new BreakingProxy(_server.Port, bytes: 0);
        _folder.Variables["PGSSLMODE"] = "disable";
        _folder.Variables["PGPORT"] = $"{proxy.Port}";
        (await _folder.RefusalAsync($"{Source}SELECT 1", Cancellation)).ShouldContain($"error MLOPS1074: '127.0.0.1:{proxy.Port}/postgres' does not answer: ");

        // Three tries; Npgsql itself may connect twice in one, with and without encryption.
        proxy.Connections.ShouldBeInRange(3, 6);
    }

    [Fact]
    public void A_connection_that_breaks_amid_the_rows_leaves_nothing_and_is_not_tried_again()
    {
        using var proxy = new BreakingProxy(_server.Port, bytes: 2_000_000);
        _folder.Variables["PGPORT"] = $"{proxy.Port}";
        _folder.Variables["PGSSLMODE"] = "disable";
        _folder.Write("rows.csv", "old");
        _folder.Write("rows.sql", $"{Source}SELECT i, repeat('x', 100) AS x FROM generate_series(1, 100000) i ORDER BY i");
        _folder.Update("rows.sql", "rows.csv", Cancellation).ShouldBeNull();
        _folder.Diagnostics.ShouldHaveSingleItem().ToString().ShouldMatch("^error MLOPS1074: '127.0.0.1:[0-9]+/postgres' broke off after [0-9,]+ rows; they were thrown away\\.");
        File.ReadAllText(_folder["rows.csv"]).ShouldBe("old");
        Directory.GetFiles(_folder[""]).Select(Path.GetFileName).Order().ShouldBe(["rows.csv", "rows.sql"]);
        proxy.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_ends_the_query_says_so()
    {
        using var content = await _folder.OpenAsync($"{Source}SELECT i, pg_backend_pid() AS pid, repeat('x', 1000) AS x FROM generate_series(1, 1000000) i ORDER BY i", Cancellation);
        var buffer = new byte[1 << 16];
        await content.Stream.ReadExactlyAsync(buffer, Cancellation);
        var pid = Encoding.UTF8.GetString(buffer, 0, 60).Split('\n')[1].Split(',')[1];
        await ExecuteAsync($"SELECT pg_terminate_backend({pid})");
        var failure = await Should.ThrowAsync<RemoteException>(async () =>
        {
            while (await content.Stream.ReadAsync(buffer, Cancellation) > 0)
            {
                // What had been sent is still read.
            }
        });
        failure.Failure.ShouldBe(RemoteFailure.Unavailable);
    }

    [Fact]
    public async Task Rows_are_of_one_snapshot_whatever_is_written_meanwhile()
    {
        await ExecuteAsync("DROP TABLE IF EXISTS grows; CREATE TABLE grows AS SELECT i, repeat('x', 1000) AS x FROM generate_series(1, 20000) i");
        using var content = await _folder.OpenAsync($"{Source}SELECT i, x FROM grows ORDER BY i", Cancellation);
        await ExecuteAsync("UPDATE grows SET i = i + 1000000 WHERE i > 100");
        using var reader = new StreamReader(content.Stream);
        var lines = (await reader.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(20001);
        lines[^1].ShouldStartWith("20000,");
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_not_waited_for()
    {
        _folder.Variables["MLOPS_QUERY_TIMEOUT"] = "1";
        (await _folder.RefusalAsync($"{Source}SELECT pg_sleep(60)::text AS s, 1 AS o ORDER BY 2", Cancellation)).ShouldContain("error MLOPS1074: ");
    }

    [Fact]
    public async Task A_query_can_be_ended()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var content = await _folder.OpenAsync($"{Source}SELECT i, pg_sleep(CASE WHEN i > 1000 THEN 60 ELSE 0 END)::text AS s FROM generate_series(1, 2000) i", Cancellation);
        var reading = Task.Run(() => content.Stream.ReadAsync(new byte[10], end.Token).AsTask(), Cancellation);
        end.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    private async Task ExecuteAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = _server.Port,
            Username = PostgresServer.User,
            Password = PostgresServer.Password,
            Database = _folder.Variables["PGDATABASE"],
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
