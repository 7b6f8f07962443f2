using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class SchemaFileTests
{
    private const string Everything = """
        format:
          delimiter: tab
          header: false
          missing: [NA, "-"]
        columns:
          - name: Speed in knots
            type: float64
            description: "Indicated: air speed"
            required: false
            missing: 0.28
            min: -0.5
            max: 500
            mostly: 0.99
            severity: warning
          - name: Id
            type: int64
            missing: 0
            unique: true
          - name: Flight Date
            type: date
            min: 1990-01-01
            max: 2024-02-29
          - name: Seen
            type: timestamp
            min: 2020-01-01T00:00:00+00:00
          - name: "yes"
            type: string
            values: [None, 1, "a, b"]
          - name: Code
            type: string
            pattern: "[A-Z]{3}"
            min_length: 3
            max_length: 3
            sensitive: true
            known: after
        table:
          rows:
            min: 10
            max: 1000
          key: [Id, Code]

        """;

    [Fact]
    public void Every_key_is_read()
    {
        var schema = Reading.Schema(Everything);
        schema.Format.Delimiter.ShouldBe('\t');
        schema.Format.HasHeader.ShouldBeFalse();
        schema.Format.MissingMarkers.ShouldBe(["NA", "-"]);
        schema.Columns.Select(column => column.Type).ShouldBe(
            [ColumnType.Float64, ColumnType.Int64, ColumnType.Date, ColumnType.Timestamp, ColumnType.String, ColumnType.String]);
        var speed = schema.Columns[0];
        (speed.Description, speed.Required, speed.MaximumMissing, speed.Minimum, speed.Maximum, speed.Mostly, speed.Severity)
            .ShouldBe(("Indicated: air speed", false, 0.28, -0.5, 500, 0.99, DiagnosticSeverity.Warning));
        schema.Columns[1].Unique.ShouldBeTrue();
        (schema.Columns[2].Minimum, schema.Columns[2].Maximum).ShouldBe((7305, 19782));
        schema.Columns[3].Minimum.ShouldBe(1577836800000);
        schema.Columns[4].Values.ShouldBe(["None", "1", "a, b"]);
        var code = schema.Columns[5];
        (code.Pattern, code.MinimumLength, code.MaximumLength, code.Sensitive, code.KnownAfter).ShouldBe(("[A-Z]{3}", 3, 3, true, true));
        (schema.Table.MinimumRows, schema.Table.MaximumRows).ShouldBe((10, 1000));
        schema.Table.Key.ShouldBe(["Id", "Code"]);
    }

    [Fact]
    public void Keys_know_their_place()
    {
        var schema = Reading.Schema(Everything);
        schema.Columns[0].PositionOf("max").ToString().ShouldBe("schema.yaml(12,5)");
        schema.Columns[1].Position.ToString().ShouldBe("schema.yaml(15,5)");
        schema.Table.KeyPosition.ToString().ShouldBe("schema.yaml(40,3)");
    }

    [Fact]
    public void Writing_and_reading_again_gives_the_same_text() =>
        SchemaFile.Write(Reading.Schema(SchemaFile.Write(Reading.Schema(Everything))))
            .ShouldBe(SchemaFile.Write(Reading.Schema(Everything)));

    [Fact]
    public void What_is_written_is_the_contract()
    {
        var written = SchemaFile.Write(Reading.Schema(Everything));
        written[(written.IndexOf('\n', StringComparison.Ordinal) + 1)..].ShouldBe(Everything);
    }

    [Theory]
    [InlineData(
        "- {name: a, type: string, pattern: '('}",
        "schema.yaml(2,29): error MLOPS1024: 'pattern' '(' is no regular expression that can be used here: ")]
    [InlineData(
        "- {name: a, type: string, pattern: '(a)\\1'}",
        "schema.yaml(2,29): error MLOPS1024: 'pattern' '(a)\\1' is no regular expression that can be used here: lookaround")]
    [InlineData("- {name: a, type: string, pattern: 'a)|(b'}", "schema.yaml(2,29): error MLOPS1024: 'pattern'")]
    [InlineData("- {name: a, type: int64, min: 5, max: 3}", "schema.yaml(2,28): error MLOPS1024: 'min' 5 is above 'max' 3. Swap them.")]
    [InlineData(
        "- {name: a, type: string, min_length: 5, max_length: 3}",
        "schema.yaml(2,29): error MLOPS1024: 'min_length' 5 is above 'max_length' 3.")]
    [InlineData(
        "- {name: a, type: int64, pattern: x}",
        "schema.yaml(2,28): error MLOPS1024: 'pattern' is a rule for text, but 'a' is int64.")]
    [InlineData(
        "- {name: a, type: string, min: 3}",
        "schema.yaml(2,29): error MLOPS1024: 'min' is a rule for numbers and dates, but 'a' is string.")]
    [InlineData("- {name: a, type: date, min: 5}", "schema.yaml(2,27): error MLOPS0103: 'min' is '5'; expected a date as the column is.")]
    [InlineData(
        "- {name: a, type: int64, values: [1, x]}",
        "schema.yaml(2,28): error MLOPS1024: 'values' holds 'x', which is no int64 as the column is.")]
    [InlineData("- {name: a, type: float64, values: [1, 1.0]}", "schema.yaml(2,30): error MLOPS1024: 'values' holds '1.0' twice.")]
    [InlineData("- {name: a, type: string, values: []}", "schema.yaml(2,29): error MLOPS1024: 'values' is empty")]
    [InlineData(
        "- {name: a, type: string, missing: 2}",
        "schema.yaml(2,38): error MLOPS0103: 'columns[0].missing' is '2'; expected a number in 0..1.")]
    [InlineData(
        "- {name: a, type: text}",
        "schema.yaml(2,21): error MLOPS0103: 'columns[0].type' is 'text'; expected one of boolean, int64")]
    [InlineData("- {name: a}", "schema.yaml(2,5): error MLOPS0105: 'columns[0].type' is missing.")]
    [InlineData("- {type: int64}", "schema.yaml(2,5): error MLOPS0105: 'columns[0].name' is missing.")]
    [InlineData("- {name: a, type: int64, minimum: 3}", "schema.yaml(2,28): error MLOPS0104: unknown key 'minimum' in 'columns[0]'.")]
    [InlineData(
        "- {name: a, type: int64, requird: true}",
        "schema.yaml(2,28): error MLOPS0104: unknown key 'requird' in 'columns[0]'. Did you mean 'required'?")]
    public void A_rule_that_makes_no_sense_is_an_error_at_its_line(string item, string message) =>
        Errors($"columns:\n  {item}\n").ShouldHaveSingleItem().ShouldStartWith(message);

    [Theory]
    [InlineData(
        "columns:\n  - {name: a, type: int64}\n  - {name: a, type: string}\n",
        "schema.yaml(3,5): error MLOPS1024: column 'a' is already in line 2.")]
    [InlineData(
        "format: {delimiter: ab}\ncolumns:\n  - {name: a, type: int64}\n",
        "schema.yaml(1,10): error MLOPS1024: 'delimiter' is 'ab';")]
    [InlineData(
        "columns:\n  - {name: ab, type: int64}\ntable: {key: [abc]}\n",
        "schema.yaml(3,9): error MLOPS1024: 'key' names 'abc', which is no column. Did you mean 'ab'?")]
    [InlineData(
        "columns:\n  - {name: a, type: int64, required: false}\ntable: {key: a}\n",
        "schema.yaml(3,9): error MLOPS1024: 'key' names 'a', which is not required.")]
    [InlineData(
        "columns:\n  - {name: a, type: int64}\ntable: {rows: {min: 5, max: 3}}\n",
        "schema.yaml(3,9): error MLOPS1024: 'rows' has min 5 above max 3.")]
    [InlineData("", "schema.yaml(1,1): error MLOPS0105: 'columns' is missing.")]
    [InlineData("columns:\n  - {name: a\n", "schema.yaml(3,1): error MLOPS0102: not valid YAML:")]
    [InlineData("hello\n", "schema.yaml(1,1): error MLOPS0102: expected 'key: value' lines at the top level.")]
    public void A_contract_that_makes_no_sense_is_an_error_at_its_line(string text, string message) =>
        Errors(text).ShouldHaveSingleItem().ShouldStartWith(message);

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash() =>
        Errors("columns: " + new string('[', 100_000))
            .ShouldHaveSingleItem().ShouldContain("error MLOPS0102: not valid YAML: more than 64 levels of nesting.");

    private static List<string> Errors(string text)
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", text, diagnostics).ShouldBeNull();
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
    }
}
