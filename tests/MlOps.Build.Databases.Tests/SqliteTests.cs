using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Databases.Tests;

/// <summary>Queries of SQLite files, against what Python reads from them: see Expected/make_sqlite.py.</summary>
public sealed class SqliteTests : IDisposable
{
    private const string All = "-- source: sqlite:strikes.db\nSELECT * FROM strikes ORDER BY id\n";

    private static readonly string Expected = Path.Combine(AppContext.BaseDirectory, "Expected");
    private static readonly JsonElement Strikes = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Expected, "strikes.json"))).RootElement;

    private readonly QueryFolder _folder = new();

    public SqliteTests() => File.Copy(Path.Combine(Expected, "strikes.db"), _folder["strikes.db"]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_are_what_Python_reads_and_a_column_that_changes_its_type_late_is_text()
    {
        var table = Table();
        table.Columns.Select(column => column.Name).ShouldBe(Strikes.GetProperty("columns").EnumerateArray().Select(name => name.GetString()));
        table.Columns.Select(column => column.Type).ShouldBe([ColumnType.Int64, ColumnType.Float64, ColumnType.String, ColumnType.Date, ColumnType.String]);
        foreach (var (index, column) in table.Columns.Index())
        {
            var expected = Strikes.GetProperty("rows").EnumerateArray().Select(row => row[index].GetString()).Select(text => Normal(text, column.Type));
            Enumerable.Range(0, table.RowCount).Select(row => Normal(column.Text(row), column.Type)).ShouldBe(expected, column.Name);
        }
    }

    [Fact]
    public void A_contract_that_wants_numbers_names_the_row_where_the_type_changes()
    {
        var schema = new DataSchema { Columns = [.. Table().Columns.Select(column => new ColumnSchema { Name = column.Name, Type = column.Name == "anything" ? ColumnType.Int64 : column.Type })] };
        var diagnostics = new DiagnosticBag();
        var table = TableReader.Read([new DataSource(_folder["strikes.csv"], "strikes.csv")], schema, diagnostics, Cancellation).ShouldNotBeNull();
        DataValidator.Validate(table, schema, [], diagnostics, Cancellation);
        diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldContain(line => line.StartsWith("strikes.csv(", StringComparison.Ordinal)
            && line.Contains("error MLOPS1013: 'anything' is 'late 450'; the inferred contract says int64. 50 of 500 rows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_of_the_rows_is_fixed()
    {
        const string query = "-- source: sqlite:strikes.db\nSELECT 1 AS \"a\"\"b\", 2.0 AS d, 'x\"y' AS t, NULL AS n, '' AS e, -0.0 AS z, 1e300 AS l ORDER BY 1";
        (await _folder.RunAsync(query, Cancellation)).ShouldBe("\"a\"\"b\",\"d\",\"t\",\"n\",\"e\",\"z\",\"l\"\n1,2.0,\"x\"\"y\",,\"\",-0.0,1E+300\n");
    }

    [Fact]
    public void An_update_pins_the_query_with_its_rows_and_another_query_is_another_source()
    {
        _folder.Write("strikes.sql", All);
        var line = _folder.Update("strikes.sql", "strikes.csv", Cancellation).ShouldNotBeNull();
        line.Source.ShouldMatch("^strikes\\.sql#[0-9a-f]{12}$");
        _folder.Update("strikes.sql", "strikes.csv", Cancellation).ShouldBe(line);
        _folder.Write("strikes.sql", All.ReplaceLineEndings("\r\n"));
        _folder.Update("strikes.sql", "strikes.csv", Cancellation).ShouldBe(line);
        _folder.Write("strikes.sql", All.Replace("ORDER BY id", "ORDER BY id DESC", StringComparison.Ordinal));
        var other = _folder.Update("strikes.sql", "strikes.csv", Cancellation).ShouldNotBeNull();
        (other.Source == line.Source, other.Sha256 == line.Sha256, other.Bytes).ShouldBe((false, false, line.Bytes));
        _folder.Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT * FROM strikes", "no comment at its beginning says where it runs.")]
    [InlineData("-- source: oracle:x\nSELECT 1", "query.sql(1): error MLOPS1138: the source 'oracle:x' is not known; expected 'sqlite:path', 'postgres' or 'postgres:VARIABLE'.")]
    [InlineData("-- source: sqlite:\nSELECT 1", "query.sql(1): error MLOPS1138: the source 'sqlite:' is not known")]
    [InlineData("-- a note\n-- source: postgresql://me:secret@host/db\nSELECT 1", "query.sql(2): error MLOPS1138: the source is an address, which may hold a password.")]
    [InlineData("-- source: sqlite:none.db\nSELECT 1", "error MLOPS1073: 'query.sql' runs on 'none.db', which does not exist.")]
    [InlineData("-- source: sqlite:query.sql\nSELECT 1", "error MLOPS1138: 'query.sql' is no sound SQLite database: file is not a database.")]
    [InlineData("-- source: sqlite:strikes.db\nSELECT none FROM strikes", "error MLOPS1138: SQLite does not take the query: SQLite Error 1: 'no such column: none'.")]
    [InlineData("-- source: sqlite:strikes.db\nSELEC 1", "error MLOPS1138: SQLite does not take the query: SQLite Error 1: 'near \"SELEC\": syntax error'.")]
    [InlineData("-- source: sqlite:strikes.db\n", "error MLOPS1138: the statement gives no rows.")]
    [InlineData("-- source: sqlite:strikes.db\nDELETE FROM strikes", "error MLOPS1138: the statement gives no rows.")]
    [InlineData("-- source: sqlite:strikes.db\nDELETE FROM strikes RETURNING id", "error MLOPS1138: the statement would write to the database.")]
    [InlineData("-- source: sqlite:strikes.db\nATTACH 'other.db' AS o", "error MLOPS1138: the statement gives no rows.")]
    [InlineData("-- source: sqlite:strikes.db\nSELECT 1; -- one\nSELECT 2", "error MLOPS1138: the file holds more than one statement.")]
    [InlineData("-- source: sqlite:strikes.db\nSELECT id, 2 AS id FROM strikes ORDER BY 1", "error MLOPS1139: two columns are named 'id'. Give them names: SELECT … AS name.")]
    [InlineData("-- source: sqlite:strikes.db\nSELECT id, bytes FROM photos ORDER BY id", "error MLOPS1139: row 2: column 'bytes' holds bytes, which no column of a table has.")]
    public async Task A_query_that_cannot_be_is_refused(string query, string message)
    {
        (await _folder.RefusalAsync(query, Cancellation)).ShouldContain(message);
        File.ReadAllBytes(_folder["strikes.db"]).ShouldBe(File.ReadAllBytes(Path.Combine(Expected, "strikes.db")));
    }

    [Fact]
    public void A_refusal_leaves_the_old_file_and_no_part_of_a_new_one()
    {
        _folder.Write("photos.csv", "old");
        _folder.Write("photos.sql", "-- source: sqlite:strikes.db\nSELECT id, bytes FROM photos, (SELECT 1 FROM strikes LIMIT 400) ORDER BY id\n");
        _folder.Update("photos.sql", "photos.csv", Cancellation).ShouldBeNull();
        _folder.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(VersionCodes.QueryValue);
        File.ReadAllText(_folder["photos.csv"]).ShouldBe("old");
        Directory.GetFiles(_folder[""]).Select(Path.GetFileName).Order().ShouldBe(["photos.csv", "photos.sql", "strikes.db"]);
    }

    [Theory]
    [InlineData("SELECT * FROM strikes", true)]
    [InlineData("SELECT 'order by', id AS \"order by\" /* order by */ FROM strikes -- order by", true)]
    [InlineData("SELECT * FROM strikes ORDER\n BY id", false)]
    [InlineData("SELECT $x$ it's $x$, id FROM strikes order by id", false)]
    public void A_query_without_an_order_gets_a_warning(string query, bool warned)
    {
        _folder.Write("q.sql", $"-- source: sqlite:strikes.db\n{query.Replace("$x$ it's $x$", "'$x$'", StringComparison.Ordinal)}");
        _folder.Update("q.sql", "q.csv", Cancellation).ShouldNotBeNull();
        _folder.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(warned ? [VersionCodes.QueryUnordered] : []);
        QueryText.HasOrder(query).ShouldBe(!warned);
    }

    [Fact]
    public async Task A_query_without_end_can_be_ended()
    {
        const string query = "-- source: sqlite:strikes.db\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n ORDER BY 1";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var content = await _folder.OpenAsync(query, Cancellation);
        var reading = Task.Run(() => content.Stream.ReadAsync(new byte[10], end.Token).AsTask(), Cancellation);
        end.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    private Table Table()
    {
        _folder.Write("strikes.sql", All);
        _folder.Update("strikes.sql", "strikes.csv", Cancellation).ShouldNotBeNull(string.Join('\n', _folder.Diagnostics));
        var diagnostics = new DiagnosticBag();
        return TableReader.Read([new DataSource(_folder["strikes.csv"], "strikes.csv")], null, diagnostics, Cancellation).ShouldNotBeNull(string.Join('\n', diagnostics));
    }

    // Python writes 1e+300 where .NET writes 1E+300; infinity is no number of a table.
    private static string? Normal(string? text, ColumnType type) => type != ColumnType.Float64 || text is null ? text
        : text == "inf" ? null
        : double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
}
