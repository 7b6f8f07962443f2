using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Tests.Data.Partitions;

/// <summary>Tables in folders, against what DuckDB reads from them: see tests/parquet/partitions.mjs.</summary>
public sealed class PartitionTests : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "Partitions", "Expected");

    private static readonly Dictionary<string, JsonElement> Expected =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "expected.json"))).RootElement.EnumerateArray()
            .ToDictionary(table => table.GetProperty("name").GetString()!);

    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-partitions-").FullName;

    public static TheoryData<string> Layouts => [.. Expected.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_folder_holds_the_table_that_DuckDB_reads(string name)
    {
        var (table, messages) = Read(new DataSource(Path.Combine(Folder, name), name));
        table.ShouldNotBeNull(string.Join('\n', messages));
        var columns = Expected[name].GetProperty("columns").EnumerateArray().Select(column => Text(column, "name")).ToList();
        table.Columns.Select(column => column.Name).Order().ShouldBe(columns.Order());
        var id = Texts(table, "id").Select(text => int.Parse(text!, CultureInfo.InvariantCulture)).ToList();
        var order = Enumerable.Range(0, id.Count).OrderBy(row => id[row]).ToList();
        foreach (var (index, column) in Expected[name].GetProperty("columns").EnumerateArray().Index())
        {
            var (key, type) = (Text(column, "name"), Text(column, "type"));
            TypeName(table.Find(key)!.Type).ShouldBe(type, key);

            // In a field of CSV NA is missing here, in the name of a folder it is text.
            var expected = Expected[name].GetProperty("rows").EnumerateArray().Select(row => row[index].GetString());
            var texts = Texts(table, key);
            order.Select(row => Normal(texts[row], type)).ShouldBe(expected.Select(text => name == "duckdb-csv" && text == "NA" ? null : Normal(text, type)), key);
        }
    }

    [Fact]
    public void Rows_are_in_the_order_of_the_paths_and_keep_their_places()
    {
        var table = Read(new DataSource(Path.Combine(Folder, "duckdb-csv"), "data")).Table.ShouldNotBeNull();
        table.Origins.Files.ShouldBe(table.Origins.Files.Order(StringComparer.Ordinal));
        table.Origins.File(0).ShouldBe("data/year=2023/month=01/data_0.csv");
        table.Origins.Line(0).ShouldBe(2);
        table.Columns.Select(column => column.Name).ShouldBe(["id", "amount", "day", "region", "year", "month"]);
    }

    [Theory]
    [InlineData("2024-01-31", ColumnType.Date, "2024-01-31")]
    [InlineData("2024-01-31", ColumnType.Timestamp, "2024-01-31T00:00:00+00:00")]
    [InlineData("TRUE", ColumnType.Boolean, "true")]
    [InlineData("007", ColumnType.Int64, "7")]
    [InlineData("2.50", ColumnType.Float64, "2.5")]
    [InlineData("2.5", ColumnType.Float32, "2.5")]
    [InlineData("7", ColumnType.String, "7")]
    [InlineData("__HIVE_DEFAULT_PARTITION__", ColumnType.Int64, null)]
    [InlineData("", ColumnType.Int64, null)]
    [InlineData("", ColumnType.String, "")]
    public void A_contract_gives_the_type(string value, ColumnType type, string? expected)
    {
        Write($"k={value}/1.csv", "id,b\n1,2\n3,4\n");
        var (table, messages) = Read(new DataSource(_folder, "data"), Schema(("id", ColumnType.Int64), ("b", ColumnType.Int64), ("k", type)));
        messages.ShouldBeEmpty();
        Texts(table.ShouldNotBeNull(), "k").ShouldBe([expected, expected]);
    }

    [Fact]
    public void A_value_that_does_not_fit_the_contract_is_a_finding_in_each_row_streamed_or_held()
    {
        Write("k=1/1.csv", "id,b\n1,2\n3,4\n");
        Write("k=x/1.csv", "id,b\n5,6\n\n7,8\n");
        var schema = Schema(("id", ColumnType.Int64), ("b", ColumnType.Int64), ("k", ColumnType.Int64));
        var source = new DataSource(_folder, "data");
        Streamed(source, schema).ShouldHaveSingleItem()
            .ShouldStartWith("data/k=x/1.csv(2,3): error MLOPS1013: 'k' is 'x'; the inferred contract says int64. 2 of 4 rows, also line 4.");
        var (table, _) = Read(source, schema);
        var found = new DiagnosticBag();
        DataValidator.Validate(table.ShouldNotBeNull(), schema, [], found, TestContext.Current.CancellationToken);
        Tables.Lines(found).ShouldBe(Streamed(source, schema));
    }

    [Fact]
    public void Rules_over_the_columns_of_folders_hold_in_blocks_as_in_memory()
    {
        for (var part = 0; part < 40; part++)
            Write($"k={part % 4}/t=word-{part / 4}/{part}.csv", "id,b\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{row},\"{part}\n{row}\"\n")));
        var schema = Reading.Schema("""
            columns:
              - {name: id, type: int64, max: 20}
              - {name: b, type: string}
              - {name: k, type: int64, values: [0, 1, 2]}
              - {name: t, type: string, pattern: "word-[0-8]"}
            table: {key: [id, k]}
            """);
        var source = new DataSource(_folder, "data");
        var (table, messages) = Read(source, schema);
        messages.ShouldBeEmpty();
        var found = new DiagnosticBag();
        DataValidator.Validate(table.ShouldNotBeNull(), schema, [], found, TestContext.Current.CancellationToken);
        Tables.Lines(found).Count.ShouldBe(4);
        Streamed(source, schema).ShouldBe(Tables.Lines(found));
    }

    [Fact]
    public void A_column_that_stands_in_the_file_too_has_the_value_of_the_folder_and_a_warning()
    {
        var (table, messages) = Read(new DataSource(Path.Combine(Folder, "in-the-file"), "data"));
        Texts(table.ShouldNotBeNull(), "b").ShouldBe(["7", "8"]);
        messages.ShouldBe(["data/b=7/part.csv: warning MLOPS1167: column 'b' stands in the file and in the names of its folders; the folders' value is taken. "
            + "Remove the column from the files."]);
    }

    [Fact]
    public void Folders_mean_nothing_when_the_data_say_so_or_a_contract_has_none_of_their_keys()
    {
        Write("k=1/1.csv", "id,b\n1,2\n");
        Columns(Read(new DataSource(_folder, "data") { Partitioned = false })).ShouldBe(["id", "b"]);
        var schema = Schema(("id", ColumnType.Int64), ("b", ColumnType.Int64));
        Columns(Read(new DataSource(_folder, "data"), schema)).ShouldBe(["id", "b"]);
        Columns(Read(new DataSource(_folder, "data"))).ShouldBe(["id", "b", "k"]);
        Read(new DataSource(_folder, "data") { Partitioned = true }, schema).Messages.ShouldHaveSingleItem()
            .ShouldBe("data/k=1/1.csv: error MLOPS1012: the folders' key 'k' is not in the contract. Add it to schema.yaml, or say that folders mean nothing: Partitioned=\"false\".");
    }

    [Theory]
    [InlineData("k=1/a.csv", "j=1/a.csv", "data/k=1/a.csv: error MLOPS1164: the folders give the key 'k', those of data/j=1/a.csv the key 'j'; all files of a table need the same.")]
    [InlineData("k=1/a.csv", "b.csv", "data/b.csv: error MLOPS1164: the folders give no key, those of data/k=1/a.csv the key 'k';")]
    [InlineData("k=1/j=2/a.csv", "k=1/a.csv", "data/k=1/j=2/a.csv: error MLOPS1164: the folders give the keys 'k', 'j', those of data/k=1/a.csv the key 'k';")]
    [InlineData("k=1/k=2/a.csv", "k=1/k=3/a.csv", "data/k=1/k=2/a.csv: error MLOPS1164: the folders give the key 'k' twice. Rename one of them.")]
    [InlineData("k=%00/a.csv", "k=1/a.csv", "data/k=%00/a.csv: error MLOPS1164: the folders' value of 'k' has a NUL. Rename the folder.")]
    public void Folders_that_do_not_agree_are_an_error(string first, string second, string message)
    {
        Write(first, "id,b\n1,2\n");
        Write(second, "id,b\n1,2\n");
        var (table, messages) = Read(new DataSource(_folder, "data"));
        table.ShouldBeNull();
        messages.ShouldHaveSingleItem().ShouldStartWith(message);
    }

    [Fact]
    public void Data_that_are_said_to_be_partitioned_need_folders()
    {
        Write("1.csv", "id,b\n1,2\n");
        Read(new DataSource(_folder, "data") { Partitioned = true }).Messages.ShouldHaveSingleItem().ShouldBe(
            "data/1.csv: error MLOPS1164: no folder above the file is called 'key=value', and the data are said to be partitioned. Move the file, or remove Partitioned=\"true\".");
    }

    [Fact]
    public void Files_without_header_take_the_contracts_names_without_the_folders_keys()
    {
        Write("k=5/1.csv", "1,2\n3,4\n");
        var schema = Reading.Schema("{format: {header: false}, columns: [{name: k, type: int64}, {name: a, type: int64}, {name: b, type: int64}]}");
        var table = Read(new DataSource(_folder, "data"), schema).Table.ShouldNotBeNull();
        Texts(table, "a").ShouldBe(["1", "3"]);
        Texts(table, "k").ShouldBe(["5", "5"]);
    }

    private static List<string> Streamed(DataSource source, DataSchema schema)
    {
        var diagnostics = new DiagnosticBag();
        var reading = new CsvReading { BlockSize = 100, Threads = 3 };
        using var opened = OpenedTable.Open([source], schema, reading, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        ContractValidator.Validate(opened.Source, "data", schema, Surroundings.None, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        return Tables.Lines(diagnostics);
    }

    private static (Table? Table, List<string> Messages) Read(DataSource source, DataSchema? schema = null)
    {
        var diagnostics = new DiagnosticBag();
        return (TableReader.Read([source], schema, diagnostics, TestContext.Current.CancellationToken), Tables.Lines(diagnostics));
    }

    private static DataSchema Schema(params (string Name, ColumnType Type)[] columns) =>
        new() { Columns = [.. columns.Select(column => new ColumnSchema { Name = column.Name, Type = column.Type })] };

    private static IEnumerable<string> Columns((Table? Table, List<string> Messages) read) => read.Table.ShouldNotBeNull().Columns.Select(column => column.Name);

    private static List<string?> Texts(Table table, string name) => [.. Enumerable.Range(0, table.RowCount).Select(table.Find(name).ShouldNotBeNull().Text)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Int64 => "BIGINT",
        ColumnType.Float64 => "DOUBLE",
        ColumnType.Date => "DATE",
        ColumnType.String => "VARCHAR",
        _ => type.ToString(),
    };

    // DuckDB writes 0.0 for 0.
    private static string? Normal(string? text, string type) =>
        text is not null && type == "DOUBLE" ? double.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : text;

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
