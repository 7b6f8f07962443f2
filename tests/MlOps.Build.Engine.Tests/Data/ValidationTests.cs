using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class ValidationTests
{
    [Theory]
    [InlineData(
        "float64, min: 0, max: 500",
        "1,-3,2",
        "data.csv(3,1): error MLOPS1004: 'v' is -3; schema.yaml(2,30) allows 0..500. 1 of 3 rows. Fix the row, or "
            + "widen 'min' and 'max'.")]
    [InlineData(
        "int64, max: 5",
        "5,6,7",
        "data.csv(3,1): error MLOPS1004: 'v' is 6; schema.yaml(2,28) allows at most 5. 2 of 3 rows, also line 4. Fix "
            + "the rows, or widen 'max'.")]
    [InlineData(
        "date, min: 2000-01-01",
        "1999-12-31,2000-01-01",
        "data.csv(2,1): error MLOPS1004: 'v' is 1999-12-31; schema.yaml(2,27) allows at least 2000-01-01.")]
    [InlineData(
        "timestamp, max: 2000-01-01T00:00Z",
        "2000-01-01T00:30+01:00,2000-01-01T00:00:00.001Z",
        "data.csv(3,1): error MLOPS1004: 'v' is 2000-01-01T00:00:00.001+00:00; schema.yaml(2,32) allows at most "
            + "2000-01-01T00:00:00+00:00.")]
    [InlineData(
        "string, values: [a, b]",
        "a,B,b",
        "data.csv(3,1): error MLOPS1017: 'v' is 'B'; schema.yaml(2,29) allows 'a', 'b'. 1 of 3 rows. Fix the row, or "
            + "add the value to 'values'.")]
    [InlineData("float64, values: [1.0, 2]", "1,2.00,3", "data.csv(4,1): error MLOPS1017: 'v' is 3;")]
    [InlineData(
        "timestamp, values: ['2000-01-01T00:00Z']",
        "2000-01-01T01:00+01:00,2000-01-02T00:00Z",
        "data.csv(3,1): error MLOPS1017: 'v' is 2000-01-02T00:00:00+00:00;")]
    [InlineData("boolean, values: [true]", "TRUE,false", "data.csv(3,1): error MLOPS1017: 'v' is false;")]
    [InlineData(
        "string, pattern: '[A-Z]{3}'",
        "ABC,ABCD",
        "data.csv(3,1): error MLOPS1018: 'v' is 'ABCD'; schema.yaml(2,29) wants the pattern '[A-Z]{3}'.")]
    [InlineData("string, pattern: 'a|ab'", "a,ab,abc", "data.csv(4,1): error MLOPS1018: 'v' is 'abc';")]
    [InlineData(
        "string, min_length: 2, max_length: 3",
        "ab,😀😀,abcd",
        "data.csv(4,1): error MLOPS1019: 'v' is 'abcd' with a length of 4; schema.yaml(2,29) allows a length of 2..3.")]
    [InlineData(
        "string, max_length: 1",
        "😀,ab",
        "data.csv(3,1): error MLOPS1019: 'v' is 'ab' with a length of 2; schema.yaml(2,29) allows a length of at most 1.")]
    public void A_value_that_breaks_a_rule_names_column_value_limit_place_and_way_out(string rules, string values, string message) =>
        Reading.Validated(Csv(values), Contract(rules)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData(
        "int64, unique: true",
        "1,2,1,,",
        "data.csv(2,1): error MLOPS1016: 'v' is 1 more than once; schema.yaml(2,28) says unique. 2 of 5 rows, also "
            + "line 4. Remove the repeats, or remove 'unique'.")]
    [InlineData("float64, unique: true", "0,-0.0", "data.csv(2,1): error MLOPS1016: 'v' is 0 more than once;")]
    [InlineData(
        "int64, missing: 0.25",
        "1,,2,,3",
        "data.csv(3,1): error MLOPS1015: 'v' is missing; schema.yaml(2,28) allows 25 % missing. 2 of 5 rows, also line "
            + "5. Fill them, or raise 'missing'.")]
    [InlineData(
        "int64, missing: 0",
        "1,",
        "data.csv(3,1): error MLOPS1015: 'v' is missing; schema.yaml(2,28) allows no missing value. 1 of 2 rows. Fill "
            + "it, or raise 'missing'.")]
    [InlineData(
        "int64",
        "1,x1,2.0",
        "data.csv(3,1): error MLOPS1013: 'v' is 'x1'; schema.yaml(2,15) says int64. 2 of 3 rows, also line 4. Fix the "
            + "rows, add the text to 'missing' below 'format', or change 'type'.")]
    [InlineData(
        "float64",
        "1,inf",
        "data.csv(3,1): error MLOPS1014: 'v' is 'inf'; schema.yaml(2,15) says float64, which here means a finite number. 1 of 2 rows.")]
    [InlineData("float32", "1,1e39", "data.csv(3,1): error MLOPS1014: 'v' is '1e39';")]
    [InlineData("boolean", "true,1", "data.csv(3,1): error MLOPS1013: 'v' is '1'; schema.yaml(2,15) says boolean.")]
    [InlineData("date", "2024-01-01,01/02/2024", "data.csv(3,1): error MLOPS1013: 'v' is '01/02/2024'; schema.yaml(2,15) says date.")]
    [InlineData("int64, severity: warning, max: 1", "2", "data.csv(2,1): warning MLOPS1004: 'v' is 2;")]
    public void A_column_that_breaks_a_rule_names_column_value_limit_place_and_way_out(string rules, string values, string message)
    {
        var reading = Reading.Validated(Csv(values), Contract(rules));
        reading.Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("int64, min: 1, max: 3, unique: true, missing: 0", "1,2,3")]
    [InlineData("int64, max: 5, mostly: 0.75", "1,2,3,9,")]
    [InlineData("int64, mostly: 0.75", "1,2,3,x,")]
    [InlineData("int64, missing: 0.5", "1,")]
    [InlineData("int64, missing: 0", "1,2")]
    [InlineData("string, values: [a], missing: 1", ",")]
    [InlineData("string, unique: true", "a,b,,")]
    [InlineData("string, pattern: '(x+x+)+y', mostly: 0", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void A_kept_rule_says_nothing(string rules, string values) =>
        Reading.Validated(Csv(values), Contract(rules)).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_violation_counts_all_rows_and_shows_the_first_five()
    {
        var reading = Reading.Validated(Csv("9,1,9,9,9,9,9,1,1,1"), Contract("int64, max: 5"));
        var violation = reading.Summary!.Violations.ShouldHaveSingleItem();
        (violation.Code, violation.Column, violation.Rule, violation.Count, violation.Share).ShouldBe(("MLOPS1004", "v", "max 5", 6, 0.6));
        violation.RulePosition.ToString().ShouldBe("schema.yaml(2,28)");
        violation.Examples.Select(example => (example.File, example.Line, example.Field, example.Value))
            .ShouldBe(new[] { 2, 4, 5, 6, 7 }.Select(line => ("data.csv", line, 1, (string?)"9")));
        reading.Message.ShouldContain("6 of 10 rows, also line 4, line 5, line 6, line 7 …. ");
    }

    [Fact]
    public void A_field_that_does_not_parse_is_a_violation_and_not_a_missing_value()
    {
        var reading = Reading.Validated(Csv("1,x,nan,"), Contract("float64, missing: 0.25") + "format: {missing: []}\n");
        reading.Codes.ShouldBe(["MLOPS1013", "MLOPS1014"]);
        reading.Summary!.Violations.Select(violation => violation.Count).ShouldBe([1, 1]);
        reading.Summary.Rules.ShouldBe(3);
    }

    [Fact]
    public void Every_member_of_a_group_with_the_same_key_counts()
    {
        const string schema = "columns:\n  - {name: a, type: string}\n  - {name: b, type: int64}\ntable: {key: [a, b]}\n";
        var reading = Reading.Validated("a,b\nx,1\nx,2\ny,1\nx,1\n,1\n,1\n", schema);
        reading.Message.ShouldBe(
            "data.csv(2): error MLOPS1021: another row has the same 'a', 'b'; schema.yaml(4,9) calls that the key. 4 "
                + "of 6 rows, also line 5, line 6, line 7. Remove the repeats, or extend 'key'.");
    }

    [Theory]
    [InlineData("min: 4", "data.csv: error MLOPS1020: 3 rows; schema.yaml(4,9) allows at least 4.")]
    [InlineData("max: 2", "data.csv: error MLOPS1020: 3 rows; schema.yaml(4,9) allows at most 2.")]
    public void The_number_of_rows_is_a_rule(string limit, string message) =>
        Reading.Validated(Csv("1,2,3"), Contract("int64") + $"table: {{rows: {{{limit}}}}}\n").Message.ShouldStartWith(message);

    [Fact]
    public void A_column_that_the_contract_requires_and_one_that_it_lacks_are_named_with_the_likely_other()
    {
        const string schema = "columns:\n  - {name: speed, type: int64}\n  - {name: b, type: string}\n  - {name: c, type: string, "
            + "required: false}\n";
        var reading = Reading.Validated("sped,b\n1,x\n", schema);
        reading.Messages.ShouldBe(
        [
            "data.csv(1): error MLOPS1011: column 'speed' is missing; schema.yaml(2,5) requires it. Did you mean "
                + "'sped'? Add it, or set 'required: false' there.",
            "data.csv(1,1): error MLOPS1012: column 'sped' is not in the contract. Did you mean 'speed'? Add it to "
                + "schema.yaml, or remove it.",
        ]);
        reading.Summary!.Violations.ShouldHaveSingleItem().Rule.ShouldBe("required");
    }

    [Theory]
    [InlineData("string, values: [a, b]")]
    [InlineData("string, pattern: '[a-c]'")]
    [InlineData("string, max_length: 3")]
    [InlineData("string, unique: true")]
    [InlineData("int64")]
    [InlineData("float64")]
    public void A_sensitive_value_appears_nowhere(string rules)
    {
        var reading = Reading.Validated(Csv("SECRET,SECRET,inf"), Contract(rules + ", sensitive: true"));
        reading.Diagnostics.ShouldNotBeEmpty();
        var everything = string.Join('\n', reading.Messages) + JsonSerializer.Serialize(reading.Summary, ContractsJson.Default.DataSummary);
        everything.ShouldNotContain("SECRET");
        everything.ShouldNotContain("inf\"");
        reading.Summary!.Columns[0].Sensitive.ShouldBeTrue();
        reading.Summary.Columns[0].Top.ShouldBeEmpty();
    }

    [Fact]
    public void Two_files_with_violations_are_told_apart()
    {
        var contract = Contract("int64, max: 1");
        var schema = Reading.Schema(contract);
        var reading = Reading.Of([("one.csv", "v,w\n1,x\n2,x\n"u8.ToArray()), ("two.csv", "v,w\n3,x\n"u8.ToArray())], contract);
        DataValidator.Validate(reading.Table!, schema, [], reading.Diagnostics, TestContext.Current.CancellationToken);
        reading.Message.ShouldStartWith("one.csv(3,1): error MLOPS1004: 'v' is 2; schema.yaml(2,28) allows at most 1. 2 of 3 rows, also "
            + "two.csv(2).");
    }

    private static string Contract(string rules) => $"columns:\n  - {{name: v, type: {rules}}}\n  - {{name: w, type: string}}\n";

    private static string Csv(string values) => "v,w\n" + string.Concat(values.Split(',').Select(value => value + ",x\n"));
}
