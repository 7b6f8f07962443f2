using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Expectations.Exchange;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

public sealed class ContractTests
{
    private const string Csv = "Speed,Size,Pilot\n10,Large,Ann\n900,Small,Bob\n20,Small,Bob\n";

    private const string Contract = """
        columns:
          - name: Speed
            type: int64
            missing: 0
            min: 0
            mostly: 0.5
            expectations:
              - type: expect_column_values_to_be_between
                max_value: 600
                row_condition: Size == "Small"
              - type: expect_column_mean_to_be_between
                max_value: 1e2
                severity: warning
          - name: Size
            type: string
            values: [Large, Small]
          - name: Pilot
            type: string
            sensitive: true
        expectations:
          - type: expect_compound_columns_to_be_unique
            column_list: [Size, Pilot]
        """;

    [Fact]
    public void Expectations_of_a_contract_are_judged_like_its_rules()
    {
        var reading = Reading.Validated(Csv, Contract);

        reading.Messages.ShouldBe(
        [
            "data.csv(3,1): error MLOPS1103: 'Speed' is '900'; schema.yaml(8,9) wants expect_column_values_to_be_between max_value 600, row_condition 'Size == \"Small\"'. 1 of 2 values. Fix the data, or change the expectation.",
            "data.csv: warning MLOPS1103: the mean of 'Speed' is '310'; schema.yaml(11,9) wants expect_column_mean_to_be_between max_value 100. Fix the data, or change the expectation.",
            "data.csv(3): error MLOPS1103: 'Size', 'Pilot' holds a sensitive value that is not as expected; schema.yaml(21,5) wants expect_compound_columns_to_be_unique. 2 of 3 values, also line 4. Fix the data, or change the expectation.",
        ]);
        var violation = reading.Summary!.Violations[0];
        (violation.Column, violation.Count, violation.Share, violation.Examples[0].Value).ShouldBe(("Speed", 1, 1.0 / 3, "900"));
        reading.Summary.Rules.ShouldBe(3 + 1 + 1 + 1 + 3);
    }

    [Fact]
    public void A_contract_with_expectations_is_written_and_read_back()
    {
        var schema = Reading.Schema(Contract + "\nsuites: [strikes.json]\n");

        var text = SchemaFile.Write(schema);

        SchemaFile.Write(Reading.Schema(text)).ShouldBe(text);
        text.ShouldContain("suites: [strikes.json]");
        text.ShouldContain("    expectations:\n      - type: expect_column_values_to_be_between\n        max_value: 600\n        row_condition: \"Size == \\\"Small\\\"\"");
    }

    [Theory]
    [InlineData("- type: expect_column_values_to_be_nul", "MLOPS1101")]
    [InlineData("- type: expect_column_values_to_be_unique\n        colum: x", "MLOPS1102")]
    [InlineData("- min_value: 3", "MLOPS0105")]
    [InlineData("- expect_column_values_to_be_unique", "MLOPS0103")]
    public void A_wrong_expectation_is_an_error_at_its_line(string item, string code)
    {
        var diagnostics = new DiagnosticBag();

        SchemaFile.Parse("schema.yaml", $"columns:\n  - name: a\n    type: string\n    expectations:\n      {item}\n", diagnostics).ShouldBeNull();

        var error = diagnostics.ShouldHaveSingleItem();
        (error.Code, error.Position.Line).ShouldBe((code, 5));
    }

    [Fact]
    public void A_contract_as_a_suite_finds_the_same_faults()
    {
        const string Rows = "Speed,Size,Pilot\n10,Large,Ann\n-5,Small,Bob\n-7,Huge,Cid\n,Small,Dan\n";
        var schema = Reading.Schema(Contract);
        var suite = SchemaExport.Of(schema, "exported");

        var result = Judging.Judge(new TableBatches(Reading.Of(Rows, Contract).Table!), suite);

        result.Results.Where(single => !single.Outcome.Success).Select(single => single.Expectation.Type).ShouldBe(
        [
            "expect_column_values_to_not_be_null",
            "expect_column_values_to_be_between",
            "expect_column_values_to_be_in_set",
        ]);
        Reading.Validated(Rows, Contract).Summary!.Violations.Select(violation => violation.Code).ShouldBe(["MLOPS1015", "MLOPS1004", "MLOPS1017"]);
    }

    /// <summary>Every rule of the imported contract that is broken, and by how many rows, as pandas has it of the suite (Expected/make_expected.py).</summary>
    [Fact]
    public void An_imported_suite_uses_short_forms_where_they_mean_the_same_and_judges_alike()
    {
        var suite = Judging.Suite("birdstrikes-suite.json");
        var table = RealFiles.Read("birdstrikes-1000.csv");

        var proposal = Reading.Schema(SchemaFile.Write(SuiteImport.Of(suite, SchemaInference.Infer(table))));

        var speed = proposal.Find("Speed IAS in knots")!;
        (speed.MaximumMissing, speed.Minimum, speed.Maximum).ShouldBe((0.1, 0.0, 350.0));
        proposal.Table.MinimumRows.ShouldBe(500);
        proposal.Table.MaximumRows.ShouldBe(2000);
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Judging.File("birdstrikes-results.json")));
        var broken = suite.Expectations.Zip(expected.RootElement.EnumerateArray()).Where(pair => !pair.Second.GetProperty("success").GetBoolean());
        var diagnostics = new DiagnosticBag();
        var summary = DataValidator.Validate(table, proposal, [], diagnostics, CancellationToken.None);
        summary.Violations.Select(violation => (violation.Column, violation.Count)).ShouldBe(broken.Select(Broken), ignoreOrder: true);
    }

    // An expectation on the whole column is broken by all of its rows.
    private static (string? Column, long Count) Broken((Expectation Expectation, JsonElement Result) pair) => (
        pair.Expectation.Kwargs.TryGetProperty("column", out var column) ? column.GetString() : null,
        pair.Result.TryGetProperty("unexpected_count", out var count) ? count.GetInt64() : 1000);
}
