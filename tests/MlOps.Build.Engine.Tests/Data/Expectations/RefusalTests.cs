using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Expectations.Kinds;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

public sealed class RefusalTests
{
    private const string Csv = "number,word,day\n1,a,2024-01-01\n2,b,2024-01-02\n";

    [Theory]
    [InlineData("expect_column_values_to_be_unique", """{"column": "wort"}""", "the data have no column 'wort'. Did you mean 'word'?")]
    [InlineData("expect_column_values_to_be_unique", "{}", "'column' is missing; it names the column.")]
    [InlineData("expect_column_values_to_be_between", """{"column": "number"}""", "'min_value' and 'max_value' are both missing; at least one of them is needed.")]
    [InlineData("expect_column_values_to_be_between", """{"column": "word", "min_value": 3}""", "values of type string cannot be compared with at least 3.")]
    [InlineData("expect_column_values_to_be_between", """{"column": "number", "min_value": 3, "mostly": 2}""", "'mostly' is 2; expected a number from 0 to 1.")]
    [InlineData("expect_column_mean_to_be_between", """{"column": "word", "min_value": 3}""", "column 'word' is string; a mean needs numbers.")]
    [InlineData("expect_column_values_to_match_regex", """{"column": "word", "regex": "("}""", "'regex' '(' is no regular expression")]
    [InlineData("expect_column_values_to_match_strftime_format", """{"column": "word", "strftime_format": "%Q"}""", "%Q is no directive")]
    [InlineData("expect_column_values_to_be_of_type", """{"column": "word", "type_": "sting"}""", "Did you mean 'string'?")]
    [InlineData("expect_column_values_to_be_increasing", """{"column": "word"}""", "the order of texts is not judged")]
    [InlineData("expect_column_values_to_match_json_schema", """{"column": "word", "json_schema": {"type": "txt"}}""", "'json_schema' cannot be used: 'type' is 'txt'; expected one of null,")]
    [InlineData("expect_column_pair_values_to_be_equal", """{"column_A": "word", "column_B": "number", "ignore_row_if": "often"}""", "'ignore_row_if' is 'often'")]
    [InlineData("expect_column_values_to_be_unique", """{"column": "word", "row_condition": "number >"}""", "row_condition 'number >': it ends too early.")]
    [InlineData("expect_column_values_to_be_unique", """{"column": "word", "row_condition": "number.str.len() > 1"}""", "'str' has no meaning there.")]
    [InlineData("expect_column_values_to_be_unique", """{"column": "word", "row_condition": "col(\"numbr\") > 1"}""", "Did you mean 'number'?")]
    [InlineData("expect_column_values_to_be_unique", """{"column": "word", "row_condition": "number > 'x'"}""", "column 'number' is int64 and cannot be compared with 'x'.")]
    [InlineData("expect_column_values_to_be_unique", """{"column": "word", "row_condition": "number > 1", "condition_parser": "cobol"}""", "'condition_parser' is 'cobol'")]
    public void What_cannot_be_judged_fails_and_says_why(string type, string kwargs, string why)
    {
        var result = Judging.Judge(Csv, type, kwargs);

        result.Outcome.Success.ShouldBeFalse();
        result.Outcome.Fault.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public void Every_expectation_says_something_of_arguments_of_wrong_kinds_and_none_throws()
    {
        foreach (var kind in Catalogue.ByName.Values)
        {
            foreach (var value in new[] { "5", "\"word\"", "[[1]]", "{\"a\": 1}", "true", "[]", "null", "-1e300" })
            {
                var kwargs = $"{{{string.Join(", ", kind.AllKwargs.Select(key => $"\"{key}\": {value}"))}}}";

                Should.NotThrow(() => Judging.Judge(Csv, kind.Name, kwargs), $"{kind.Name} {kwargs}");
            }
        }
    }

    [Theory]
    [InlineData("expect_column_values_to_be_unique", """{"column": "number"}""", "more than 1 repeated values")]
    [InlineData("expect_compound_columns_to_be_unique", """{"column_list": ["number", "word"]}""", "more than 1 repeated combinations")]
    [InlineData("expect_column_chisquare_test_p_value_to_be_greater_than", """{"column": "word", "partition_object": {"values": ["a", "b"], "weights": [0.5, 0.5]}}""", "more than 1 different values")]
    [InlineData("expect_column_kl_divergence_to_be_less_than", """{"column": "word", "threshold": 1, "partition_object": {"values": ["a", "b"], "weights": [0.5, 0.5]}}""", "more than 1 different values")]
    public void More_values_than_there_is_memory_for_are_said_and_do_not_pass(string type, string kwargs, string why)
    {
        var table = Judging.Table("number,word\n1,a\n1,a\n2,b\n2,b\n");

        var outcome = Judging.Judge(new TableBatches(table), Judging.One(type, kwargs), new SuiteOptions { MostDistinct = 1 }).Results[0].Outcome;

        outcome.Success.ShouldBeFalse();
        outcome.Fault.ShouldNotBeNull().ShouldContain(why);
        outcome.Fault.ShouldContain("--distinct-limit");
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_given_up()
    {
        var csv = "word,y\n" + new string('a', 40) + "b,1\n";

        // A backreference keeps the pattern from running in linear time.
        var result = Judging.Judge(csv, "expect_column_values_to_match_regex", """{"column": "word", "regex": "^(a+)+\\1$"}""");

        result.Outcome.Success.ShouldBeFalse();
    }

    [Fact]
    public void Values_of_sensitive_columns_stand_in_no_result()
    {
        var table = Judging.Table("secret,y\nAda Lovelace,1\nAda Lovelace,2\n");
        var suite = Judging.Parse("""
            {"expectations": [
              {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "secret"}},
              {"type": "expect_column_max_to_be_between", "kwargs": {"column": "secret", "max_value": "A"}},
              {"type": "expect_column_distinct_values_to_be_in_set", "kwargs": {"column": "secret", "value_set": ["x"]}},
              {"type": "expect_column_pair_values_to_be_equal", "kwargs": {"column_A": "secret", "column_B": "y"}},
              {"type": "expect_compound_columns_to_be_unique", "kwargs": {"column_list": ["secret"]}}
            ]}
            """u8);
        var options = new SuiteOptions { Format = ResultFormat.Complete, Sensitive = new HashSet<string> { "secret" } };

        var result = Judging.Judge(new TableBatches(table), suite, options);
        var messages = result.Results.Select(single => ExpectationFindings.Of(single, new TableBatches(table).Columns, 2, "data.csv"));

        result.Successful.ShouldBe(0);
        Judging.Json(result, ResultFormat.Complete).GetRawText().ShouldNotContain("Lovelace");
        string.Concat(messages.Select(finding => $"{finding!.Diagnostic} {string.Concat(finding.Violation.Examples)}")).ShouldNotContain("Lovelace");
    }
}
