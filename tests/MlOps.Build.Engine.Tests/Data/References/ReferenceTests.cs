using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Data.References;

/// <summary>Rules about other tables: <c>references</c> and <c>rows: equal_to</c>.</summary>
public sealed class ReferenceTests : IDisposable
{
    private const string Airports = "code,country\nLHR,GB\nJFK,US\nORD,US\n,FR\n";
    private readonly TinyModel _model = new();

    public ReferenceTests()
    {
        File.Delete(_model.File("training-config.yaml"));
        _model.Write("airports.csv", Airports);
    }

    public void Dispose() => _model.Dispose();

    public static TheoryData<string> Cases()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "References", "Expected", "references.json")));
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetRawText())];
    }

    // Counts and lines of pandas: Expected/make_references.py.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Rows_without_a_counterpart_are_those_of_pandas(string text)
    {
        using var json = JsonDocument.Parse(text);
        var columns = json.RootElement.GetProperty("columns").EnumerateArray().Select(name => name.GetString()!).ToList();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", json.RootElement.GetProperty("file").GetString()!));
        _model.Write("data.csv", string.Join('\n', lines) + "\n");
        _model.Write("first.csv", string.Join('\n', lines.Take(1 + json.RootElement.GetProperty("first").GetInt32())) + "\n");
        var types = Reading.Of(File.ReadAllText(_model.File("data.csv"))).Table!.Columns.ToDictionary(column => column.Name, column => ColumnTypes.Name(column.Type));
        var schema = "columns:\n" + string.Concat(types.Select(pair => $"  - {{name: '{pair.Key}', type: {pair.Value}}}\n"));
        _model.Write("schema.yaml", columns.Count == 1
            ? schema.Replace($"'{columns[0]}',", $"'{columns[0]}', references: first.csv,", StringComparison.Ordinal)
            : schema + $"table:\n  references: [{{columns: ['{string.Join("', '", columns)}'], file: first.csv}}]\n");

        var violation = Check([]).Result.Violations.ShouldHaveSingleItem();

        violation.Count.ShouldBe(json.RootElement.GetProperty("dangling").GetInt32());
        violation.Examples.Select(row => row.Line).ShouldBe(json.RootElement.GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()));
    }

    [Fact]
    public void A_value_that_is_nowhere_is_shown_with_its_line()
    {
        Write("from,to\nLHR,JFK\nLHX,\nORD,JFK\nXXX,ORD\n", "{name: from, type: string, references: {file: airports.csv, column: code}}, {name: to, type: string}");
        Messages().ShouldBe(["data.csv(3,1): error MLOPS1111: 'from' is 'LHX'; schema.yaml(1,38) wants a row of airports.csv whose 'code' is that. "
            + "2 of 4 rows, also line 5. Fix the rows, or add what is missing to airports.csv."]);
    }

    [Fact]
    public void Missing_values_pass_and_match_nothing()
    {
        Write("code\nLHR\n\"\"\n", "{name: code, type: string, references: airports.csv}");
        Messages().ShouldHaveSingleItem().ShouldContain("'code' is ''");
        Write("a,code\n1,LHR\n2,\n", "{name: a, type: int64}, {name: code, type: string, references: airports.csv}");
        Messages().ShouldBeEmpty();
    }

    [Fact]
    public void Mostly_and_severity_and_sensitive_hold_as_for_other_rules()
    {
        Write("code\nLHR\nJFK\nPlanted\n", "{name: code, type: string, mostly: 0.6, references: airports.csv}");
        Messages().ShouldBeEmpty();
        Write("code\nLHR\nJFK\nPlanted\n", "{name: code, type: string, sensitive: true, severity: warning, references: airports.csv}");
        var message = Messages().ShouldHaveSingleItem();
        message.ShouldStartWith("data.csv(4,1): warning MLOPS1111: 'code' holds a sensitive value that breaks a rule;");
        message.ShouldNotContain("Planted");
    }

    [Fact]
    public void Several_columns_together_are_held_against_a_row()
    {
        Write("land,port\nGB,LHR\nUS,LHR\n,XXX\nFR,\n", "{name: land, type: string}, {name: port, type: string}", "table: {references: [{columns: [land, port], file: airports.csv, to: [country, code]}]}");
        Messages().ShouldBe(["data.csv(3): error MLOPS1111: no row of airports.csv has this 'land', 'port' as 'country', 'code'; schema.yaml(2,22) wants one. "
            + "1 of 4 rows. Fix the row, or add what is missing to airports.csv."]);
    }

    [Theory]
    [InlineData("int64", "n\n1\n2\nx\n", "n\n1\n3\n", "'n' is 3;")]
    [InlineData("string", "n\n1\n2\n", "n\n1\n01\n", "'n' is '01';")]
    [InlineData("float64", "n\n1.0\n-0\n", "n\n1\n0\n2.5\n", "'n' is 2.5;")]
    [InlineData("timestamp", "n\n2026-01-01T00:00:00Z\n", "n\n2026-01-01T01:00:00+01:00\n2026-01-02T00:00:00Z\n", "'n' is 2026-01-02")]
    [InlineData("boolean", "n\nTRUE\n", "n\ntrue\nfalse\n", "'n' is false;")]
    public void The_other_table_is_read_as_the_types_of_this_one(string type, string other, string data, string message)
    {
        _model.Write("other.csv", other);
        Write(data, $"{{name: n, type: {type}, references: other.csv}}");
        Messages().ShouldHaveSingleItem().ShouldContain(message);
    }

    [Theory]
    [InlineData("absent.csv", "MLOPS1112: 'absent.csv' cannot be held against the data: the data file does not exist.")]
    [InlineData("../airports.csv", "schema.yaml(1,38): error MLOPS1112: '../airports.csv' cannot be held against the data: the path leads out of the project's folder.")]
    [InlineData("/etc/passwd", "the path leads out of the project's folder.")]
    [InlineData(".git/config", "the path leads out of the project's folder.")]
    [InlineData("{file: airports.csv, column: cod}", "it has no column 'cod'. Did you mean 'code'?")]
    [InlineData("empty.csv", "the file is empty.")]
    public void Another_table_that_cannot_be_read_breaks_the_rule(string reference, string message)
    {
        _model.Write("empty.csv", "");
        Write("code\nLHR\n", $"{{name: code, type: string, references: {reference}}}");
        Messages().ShouldHaveSingleItem().ShouldContain(message);
    }

    [Theory]
    [InlineData("references: {column: code}", "references.file' is missing")]
    [InlineData("references: {file: a.csv, colum: code}", "Did you mean 'column'?")]
    [InlineData("references: [a.csv]", "MLOPS0103")]
    public void References_that_say_too_little_are_refused(string rule, string message) => Refused($"columns: [{{name: a, type: string, {rule}}}]", message);

    [Theory]
    [InlineData("{columns: [a], file: b.csv, to: [x, y]}", "'to' lists 2 columns and 'columns' 1; they go together one by one.")]
    [InlineData("{columns: [b], file: b.csv}", "MLOPS1024: 'references' names 'b', which is no column.")]
    [InlineData("{file: b.csv}", "columns' is missing")]
    [InlineData("{columns: [a]}", "file' is missing")]
    public void References_of_the_table_that_fit_nothing_are_refused(string reference, string message) =>
        Refused($"columns: [{{name: a, type: string}}]\ntable: {{references: [{reference}]}}", message);

    [Fact]
    public void The_number_of_rows_is_held_against_another_table()
    {
        Write("n\n1\n2\n3\n", "{name: n, type: int64}", "table: {rows: {equal_to: airports.csv}}");
        Messages().ShouldBe(["data.csv: error MLOPS1113: 3 rows; schema.yaml(2,9) wants as many as airports.csv, which has 4. Check that both are whole, or remove 'equal_to'."]);
        _model.Write("airports.csv", "code\na\nb\nc\n");
        Messages().ShouldBeEmpty();
        _model.Write("airports.csv", "code,n\na\n");
        Messages().ShouldHaveSingleItem().ShouldContain("MLOPS1112: 'airports.csv' cannot be held against the data: 1 field; the header has 2.");
    }

    [Fact]
    public void The_expectation_about_another_table_takes_its_path()
    {
        Write("n\n1\n2\n3\n", "{name: n, type: int64}", "expectations: [{type: expect_table_row_count_to_equal_other_table, other_table_name: airports.csv}]");
        Messages().ShouldHaveSingleItem().ShouldContain("MLOPS1103: the table row count is '{\"self\":3,\"other\":4}'");
        Write("n\n1\n2\n3\n", "{name: n, type: int64}", "expectations: [{type: expect_table_row_count_to_equal_other_table, other_table_name: ../airports.csv}]");
        Messages().ShouldHaveSingleItem().ShouldContain("MLOPS1104");
    }

    [Theory]
    [InlineData("penguins.csv")]
    [InlineData("penguins.csv.gz")]
    [InlineData("penguins.jsonl")]
    [InlineData("penguins.parquet")]
    public void The_other_table_is_of_any_format(string file)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "Files", file), _model.File(file));
        var species = Reading.Of(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"))).Table!.Columns[0].Name;
        Write("kind\nAdelie\nMartian\n", $"{{name: kind, type: string, references: {{file: {file}, column: '{species}'}}}}", $"table: {{rows: {{equal_to: {file}}}}}");
        var messages = Messages();
        messages.Count.ShouldBe(2, string.Join('\n', messages));
        messages[0].ShouldContain("'kind' is 'Martian'");
        messages[1].ShouldContain($"{file}, which has 344.");
    }

    [Fact]
    public void Consistency_counts_what_stands_in_other_tables()
    {
        Write("code,n\nLHR,1\nXXX,2\n", "{name: code, type: string, references: airports.csv}, {name: n, type: int64}", "table: {rows: {min: 1, equal_to: airports.csv}}");
        var result = Check([]).Result;
        result.Quality!.Consistency!.Value.ShouldBe(1 / 3.0, 1e-12);
        result.Rules.ShouldBe(5);
    }

    [Fact]
    public void A_build_checks_again_when_the_other_table_changed()
    {
        Write("code,good\nLHR,no\nCDG,yes\n", "{name: code, type: string, references: airports.csv}, {name: good, type: string}");
        _model.RunTo(StageNames.Data).Succeeded.ShouldBeFalse();
        _model.Write("airports.csv", Airports + "CDG,FR\n");
        _model.RunTo(StageNames.Data).Succeeded.ShouldBeTrue();
        _model.RunTo(StageNames.Data).State.ShouldBe(StageState.UpToDate);
        _model.Write("airports.csv", Airports);
        _model.RunTo(StageNames.Data).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void Rules_about_other_tables_are_written_as_they_are_read()
    {
        const string text = """
            columns:
              - name: a
                type: string
                references: {file: b.csv, column: code}
              - name: c
                type: string
                references: {file: b.csv}
            table:
              rows:
                equal_to: d.csv
              references:
                - {columns: [a, c], file: e.csv, to: [u, v]}
                - {columns: [a], file: e.csv}

            """;
        var schema = Reading.Schema(text);
        SchemaFile.Write(schema).ShouldEndWith("\n" + text.ReplaceLineEndings("\n"));
        var page = DataDictionary.Write(schema, "A");
        page.ShouldContain("stands in b.csv as code");
        page.ShouldContain("- as many rows as d.csv\n- a, c stand in e.csv as u, v\n");
    }

    private void Write(string data, string columns, string more = "")
    {
        _model.Write("data.csv", data);
        _model.Write("schema.yaml", $"columns: [{columns}]\n{more}\n");
    }

    private List<string> Messages()
    {
        var diagnostics = new DiagnosticBag();
        Check(diagnostics);
        return [.. diagnostics.Where(diagnostic => diagnostic.Code != "MLOPS1026").Select(diagnostic => diagnostic.ToString())];
    }

    private JudgedData Check(DiagnosticBag diagnostics) =>
        ProjectCheck.Run(_model.Project, new CheckSettings(), diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull(string.Join('\n', diagnostics));

    private static void Refused(string schema, string message)
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", schema, diagnostics).ShouldBeNull();
        string.Join('\n', diagnostics).ShouldContain(message);
    }
}
