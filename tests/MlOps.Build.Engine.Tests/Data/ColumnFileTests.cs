using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Expectations.Conditions;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Formats.Columnar;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Parquet files as data: penguins.parquet was written by DuckDB 1.5.6 from penguins.csv.</summary>
public sealed class ColumnFileTests : IDisposable
{
    private const string File = "penguins.parquet";
    private const string Nested = "duckdb-nested.parquet";
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-columnar-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_contract_is_checked_without_holding_the_table()
    {
        var schema = Reading.Schema(SchemaFile.Write(SchemaInference.Infer(RealFiles.Read("penguins.csv"))));
        using var opened = OpenedTable.Open([Source(File)], schema, new(), [], TestContext.Current.CancellationToken).ShouldNotBeNull();
        var result = Engine.Data.Validation.ContractValidator.Validate(opened.Source, File, schema, Engine.Data.Validation.Surroundings.None, [], TestContext.Current.CancellationToken).ShouldNotBeNull();
        result.Rows.ShouldBe(344);
    }

    [Fact]
    public void A_row_that_breaks_a_rule_has_the_number_of_its_row()
    {
        var (csv, parquet) = (Findings("penguins.csv"), Findings(File));
        // The header is a line of the CSV file.
        parquet.ShouldBe(csv.Replace("penguins.csv(5,", $"{File}(4,", StringComparison.Ordinal).Replace("line 273", "line 272", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_may_be_read_as_a_wider_one_and_not_as_a_date()
    {
        var diagnostics = new DiagnosticBag();
        var schema = SchemaInference.Infer(RealFiles.Read("penguins.csv"));
        DataSchema With(ColumnType type) => schema with { Columns = [.. schema.Columns.Select(column => column.Name == "year" ? column with { Type = type } : column)] };
        TableReader.Read([Source(File)], With(ColumnType.Float64), diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull().Find("year").ShouldBeOfType<Float64Column>();
        diagnostics.ShouldBeEmpty();
        TableReader.Read([Source(File)], With(ColumnType.Date), diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldBe(
            $"{File}: error MLOPS1013: 'year' is int64, read as int64; date is expected. Convert the file, or change 'type'.");
    }

    [Fact]
    public void Several_files_are_one_table_in_their_order()
    {
        var table = TableReader.Read([Source(File), Source(File)], null, [], TestContext.Current.CancellationToken).ShouldNotBeNull();
        table.RowCount.ShouldBe(688);
        table.Origins.Line(344).ShouldBe(1);
        new TableBatches(table).Columns.Count.ShouldBe(8);
    }

    [Fact]
    public void Text_beside_Parquet_and_a_damaged_file_are_errors()
    {
        var diagnostics = new DiagnosticBag();
        TableReader.Read([Source(File), Source("penguins.csv")], null, diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        var bytes = System.IO.File.ReadAllBytes(RealFiles.Path(File));
        var cut = Path.Combine(_folder, "cut.parquet");
        System.IO.File.WriteAllBytes(cut, bytes[..^100]);
        TableReader.Read([new DataSource(cut, "cut.parquet")], null, diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe([DataCodes.UnknownFormat, ParquetCodes.NotParquet]);
    }

    [Fact]
    public void Columns_that_nobody_asks_for_are_not_read()
    {
        using var opened = ColumnFiles.Open([Source(File)], []).ShouldNotBeNull();
        var recorded = new RecordingFile(opened.Files[0].File);
        var plans = recorded.Columns.Select(column => new FileColumnPlan(column, column.Type!.Value)).ToList();
        var table = new ColumnFileTable([(recorded, File)], plans, new CsvFormat());
        var (year, species) = (plans.FindIndex(plan => plan.Column.Name == "year"), plans.FindIndex(plan => plan.Column.Name == "species"));
        var condition = new RowCondition("species", ConditionDialect.Pandas, new NullNode(species, present: true));
        var metric = new ExtremesMetric(year, condition);
        MetricRun.Gather(table, [metric], [], TestContext.Current.CancellationToken).ShouldNotBeNull();
        recorded.Read().ShouldBe([year, species], ignoreOrder: true);
        table.Read([], () => new NoSink(), [], TestContext.Current.CancellationToken).ShouldBe(344);
        recorded.Read().ShouldBe([year, species], ignoreOrder: true);
    }

    [Fact]
    public void Of_a_file_with_nested_columns_others_may_be_asked_for()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (table, fault) = OtherTable.Open([Source(Nested)], new(), [("twice", ColumnType.Int64)], cancellation);
        using (table.ShouldNotBeNull(fault))
            table.Source.Columns.ShouldHaveSingleItem().Name.ShouldBe("twice");
        RowCounter.Count(Source(Nested), [], cancellation).ShouldBe(10);
    }

    [Fact]
    public void A_nested_column_of_data_is_an_error_that_names_it_and_the_way_out()
    {
        var diagnostics = new DiagnosticBag();
        TableReader.Read([Source(Nested)], null, diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        Tables.Lines(diagnostics)[0].ShouldBe($"{Nested}: error MLOPS1047: column 'pair': it is a group of columns; write its members as columns of their own.");
    }

    private static string Findings(string file)
    {
        var schema = SchemaInference.Infer(RealFiles.Read("penguins.csv"));
        schema = schema with { Columns = [.. schema.Columns.Select(column => column.Name == "bill_length_mm" ? column with { MaximumMissing = 0 } : column)] };
        var diagnostics = new DiagnosticBag();
        var table = TableReader.Read([Source(file)], schema, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        Engine.Data.Validation.DataValidator.Validate(table, schema, [], diagnostics, TestContext.Current.CancellationToken);
        return string.Join('\n', diagnostics);
    }

    private static DataSource Source(string name) => new(RealFiles.Path(name), name);

    private sealed class RecordingFile(IColumnFile file) : IColumnFile
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<int> _read = [];

        public string Name => file.Name;

        public IReadOnlyList<FileColumn> Columns => file.Columns;

        public IReadOnlyList<RowGroup> RowGroups => file.RowGroups;

        public long RowCount => file.RowCount;

        public IReadOnlyList<int> Read() => [.. _read];

        public ColumnValues Read(int rowGroup, int column, CancellationToken cancellation = default)
        {
            _read.Enqueue(column);
            return file.Read(rowGroup, column, cancellation);
        }

        public void Dispose()
        {
        }
    }
}
