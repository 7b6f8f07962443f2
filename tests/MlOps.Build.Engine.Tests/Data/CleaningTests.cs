using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Cleaning;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Declared steps of cleaning, on small tables.</summary>
public sealed class CleaningTests
{
    private const string Columns = """
        columns:
          - name: City
            type: string
          - name: Price
            type: float64
          - name: Day
            type: date
        """;

    [Fact]
    public void White_space_is_trimmed_and_what_is_nothing_else_becomes_missing()
    {
        var cleaned = Clean("City,Price\n\" Bern\",1\nBern,2\n\"  \",3\n\"\",4\n", "- trim: [City]");
        Texts(cleaned, "City").ShouldBe(["Bern", "Bern", null, null]);
        cleaned.Steps[0].Count.ShouldBe(2);
        cleaned.Steps[0].RowsRemoved.ShouldBe(0);
    }

    [Fact]
    public void Text_is_brought_to_one_form()
    {
        var cleaned = Clean(
            "City,Price\nZÜRICH,1\nＺürich,2\n\" zürich\u3000 west\",3\nzürich,4\n", "- normalize: [City]\n    case: lower\n    width: half");
        Texts(cleaned, "City").ShouldBe(["zürich", "zürich", "zürich west", "zürich"]);
        cleaned.Steps[0].Count.ShouldBe(3);
        cleaned.Steps[0].Step.ShouldBe("normalized (spaces, lower, half)");
    }

    [Theory]
    [InlineData("missing", new[] { "1", null, "3" }, 0)]
    [InlineData("drop", new[] { "1", "3" }, 0)]
    [InlineData("quarantine", new[] { "1", "3" }, 1)]
    public void A_field_that_does_not_parse_goes_the_way_that_is_declared(string fate, string?[] prices, int quarantined)
    {
        var cleaned = Clean("City,Price\nA,1\nB,unknown\nC,3\n", $"- unreadable: [Price]\n    do: {fate}", "quarantine:\n  limit: 0.5");
        Texts(cleaned, "Price").ShouldBe(prices);
        cleaned.Steps[0].Count.ShouldBe(1);
        cleaned.Quarantined.Count.ShouldBe(quarantined);
        cleaned.Table.Unread.ShouldBeEmpty();
        cleaned.Table.Origins.Line(cleaned.Table.RowCount - 1).ShouldBe(4);
    }

    [Fact]
    public void Of_equal_rows_one_stays()
    {
        var cleaned = Clean("City,Price\nA,1\nA,1\nA,2\nB,\nB,\n", "- duplicates: rows");
        Texts(cleaned, "Price").ShouldBe(["1", "2", null]);
        cleaned.Steps[0].RowsRemoved.ShouldBe(2);
    }

    [Fact]
    public void The_newest_row_of_a_key_wins_and_a_missing_date_loses()
    {
        var cleaned = Clean(
            "City,Price,Day\nA,1,2020-01-01\nA,2,2021-01-01\nA,3,\nB,4,\nB,5,2019-01-01\n", "- duplicates: [City]\n    keep: newest\n    by: Day");
        Texts(cleaned, "Price").ShouldBe(["2", "5"]);
    }

    [Theory]
    [InlineData("clip", "clipped", new[] { "1", "2", "3", "4", "7" }, 0, 0)]
    [InlineData("missing", "made missing", new[] { "1", "2", "3", "4", null }, 0, 0)]
    [InlineData("drop", "dropped", new[] { "1", "2", "3", "4" }, 1, 0)]
    [InlineData("quarantine", "quarantined", new[] { "1", "2", "3", "4" }, 1, 1)]
    public void An_outlier_goes_the_way_that_is_declared_and_is_counted(string fate, string done, string?[] prices, int removed, int quarantined)
    {
        var cleaned = Clean("City,Price\na,1\nb,2\nc,3\nd,4\ne,100\n", $"- outliers: [Price]\n    do: {fate}", "quarantine:\n  limit: 0.5");
        Texts(cleaned, "Price").ShouldBe(prices);
        var step = cleaned.Steps.ShouldHaveSingleItem();
        (step.Step, step.Count, step.RowsRemoved).ShouldBe(($"outliers (iqr, beyond 1.5): {done}", 1, removed));
        cleaned.Quarantined.Count.ShouldBe(quarantined);
    }

    [Theory]
    [InlineData("missing", 41, 0)]
    [InlineData("drop", 40, 1)]
    [InlineData("quarantine", 40, 1)]
    public void A_row_that_stands_alone_is_isolated_and_goes_the_way_that_is_declared(string fate, int rows, int removed)
    {
        var text = "City,Price\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"c,{i % 8}\n")) + "far,900\n";
        var cleaned = Clean(text, $"- outliers: [Price]\n    method: isolation\n    limit: 0.75\n    do: {fate}", "quarantine:\n  limit: 0.5");
        (cleaned.Table.RowCount, cleaned.Table.Find("Price").ShouldNotBeNull().Missing.Count).ShouldBe((rows, 1 - removed));
        (cleaned.Steps[0].Count, cleaned.Steps[0].RowsRemoved).ShouldBe((1, removed));
        Texts(cleaned, "Price").ShouldNotContain("900");
    }

    [Fact]
    public void Steps_see_what_the_one_before_left()
    {
        var cleaned = Clean("City,Price\nA,1\n\"A \",1\n", "- trim: [City]\n  - duplicates: rows");
        cleaned.Table.RowCount.ShouldBe(1);
        cleaned.RowsRead.ShouldBe(2);
    }

    [Fact]
    public void More_rows_in_quarantine_than_allowed_stop_the_build()
    {
        var diagnostics = new DiagnosticBag();
        var (table, schema) = Read("City,Price\nA,1\nB,x\nC,y\n", "- unreadable: [Price]\n    do: quarantine", "quarantine:\n  limit: 0.5");
        Cleaner.Clean(table, schema, diagnostics).ShouldBeNull();
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldBe(
            "data.csv(3): error MLOPS1151: 2 rows of 3 would go to quarantine; schema.yaml(13,3) allows 50 %. Most: 'Price' does not parse (2). Fix the rows, or raise 'limit'.");
    }

    [Fact]
    public void Rows_that_break_a_rule_are_set_aside_where_the_contract_says_so()
    {
        const string contract = """
            columns:
              - name: Price
                type: float64
                min: 0
                max: 10
              - name: City
                type: string
                values: [A, B]
              - name: Note
                type: string
                max_length: 1
                severity: warning
            quarantine:
              limit: 0.75
              broken: true
            """;
        const string text = "Price,City,Note\n1,A,x\n-3,A,x\n5,C,x\nfree,B,x\n7,B,long\n";
        var cleaned = Cleaner.Clean(Reading.Of(text, contract).Table.ShouldNotBeNull(), Reading.Schema(contract), []).ShouldNotBeNull();
        Texts(cleaned, "Price").ShouldBe(["1", "7"]);
        cleaned.Quarantined.Select(row => $"{row.Line} {row.Reason}").ShouldBe(
            ["3 'Price' breaks range 0..10", "4 'City' breaks one of 'A', 'B'", "5 'Price' breaks type float64"]);
        cleaned.Steps.ShouldHaveSingleItem().RowsRemoved.ShouldBe(3);
    }

    [Fact]
    public void What_mostly_tolerates_stays()
    {
        const string contract = "columns:\n  - name: Price\n    type: float64\n    min: 0\n    mostly: 0.5\n  - name: City\n    type: string\nquarantine:\n  limit: 0\n  broken: true\n";
        Cleaner.Clean(Reading.Of("Price,City\n1,A\n-1,B\n", contract).Table.ShouldNotBeNull(), Reading.Schema(contract), []).ShouldNotBeNull().Table.RowCount.ShouldBe(2);
    }

    [Fact]
    public void Cleaning_that_leaves_nothing_is_an_error()
    {
        var diagnostics = new DiagnosticBag();
        var (table, schema) = Read("City,Price\nA,x\n", "- unreadable: [Price]\n    do: drop");
        Cleaner.Clean(table, schema, diagnostics).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DataCodes.NothingLeft);
    }

    [Theory]
    [InlineData("- trim: [Town]", "'trim' names 'Town', which is no column.")]
    [InlineData("- trim: [Price]", "'trim' names 'Price', a float64; it is for columns of type string.")]
    [InlineData("- outliers: [City]\n    do: drop", "'outliers' names 'City', a string; it is for numbers.")]
    [InlineData("- outliers: [Price]\n    do: quarantine", "'outliers' quarantines rows, and there is no 'quarantine'. Add 'quarantine: {limit: 0.01}'.")]
    [InlineData("- outliers: [Price]\n    method: isolation\n    do: clip", "'isolation' looks at whole rows, which cannot be clipped. Use missing, drop or quarantine.")]
    [InlineData("- duplicates: rows\n    keep: newest", "'keep: newest' and 'by', the column that tells the newest row, belong together. Give both or none.")]
    [InlineData("- scrub: [City]", "a cleaning step is one of trim, normalize, unreadable, duplicates, outliers; this is 'scrub'.")]
    public void A_step_that_is_not_sound_is_named(string step, string message)
    {
        var diagnostics = new DiagnosticBag();
        Engine.Data.Schemas.SchemaFile.Parse("schema.yaml", $"{Columns}\ncleaning:\n  {step}\n", diagnostics).ShouldBeNull();
        diagnostics.Select(diagnostic => diagnostic.Message).ShouldContain(said => said.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Steps_are_written_as_they_were_read()
    {
        const string steps = """
            cleaning:
              - trim: [City]
              - normalize: [City]
                case: lower
                width: half
              - unreadable: [Price]
                do: drop
              - duplicates: [City]
                keep: newest
                by: Day
                do: quarantine
              - duplicates: rows
              - outliers: [Price]
                method: z
                limit: 4
                do: missing
            quarantine:
              limit: 0.02
              broken: true
            """;
        Engine.Data.Schemas.SchemaFile.Write(Reading.Schema($"{Columns}\n{steps}\n")).ShouldEndWith(steps + "\n");
    }

    [Fact]
    public void The_quarantine_file_holds_reasons_and_places_and_no_sensitive_value()
    {
        var schema = Reading.Schema(Columns.Replace("type: string", "type: string\n    sensitive: true", StringComparison.Ordinal));
        var rows = new[] { new QuarantinedRow("data.csv", 3, "'Price' is an outlier (iqr)", ["Planted", "1,5", null]) };
        QuarantineFile.Write(rows, ["City", "Price", "Day"], schema).ShouldBe("reason,file,line,Price,Day\n'Price' is an outlier (iqr),data.csv,3,\"1,5\",\n");
    }

    private static CleanedTable Clean(string text, string steps, string quarantine = "")
    {
        var (table, schema) = Read(text, steps, quarantine);
        var diagnostics = new DiagnosticBag();
        var cleaned = Cleaner.Clean(table, schema, diagnostics);
        diagnostics.ShouldBeEmpty();
        return cleaned.ShouldNotBeNull();
    }

    private static (Engine.Data.Table Table, Engine.Data.Schemas.DataSchema Schema) Read(string text, string steps, string quarantine = "")
    {
        var columns = text.StartsWith("City,Price,Day", StringComparison.Ordinal) ? Columns : Columns.Replace("type: date", "type: date\n    required: false", StringComparison.Ordinal);
        var yaml = $"{columns}\ncleaning:\n  {steps}\n{quarantine}\n";
        return (Reading.Of(text, yaml).Table.ShouldNotBeNull(), Reading.Schema(yaml));
    }

    private static List<string?> Texts(CleanedTable cleaned, string name)
    {
        var column = cleaned.Table.Find(name).ShouldNotBeNull();
        return [.. Enumerable.Range(0, column.Length).Select(column.Text)];
    }
}
