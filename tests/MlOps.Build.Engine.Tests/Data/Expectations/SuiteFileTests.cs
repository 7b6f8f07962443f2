using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Expectations.Exchange;
using MlOps.Build.Engine.Data.Expectations.Suites;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

public sealed class SuiteFileTests
{
    // The keys of Great Expectations 1.x: ids, notes, a description and a key that nobody knows.
    private const string Modern = """
        {
          "name": "strikes", "id": "0f3a", "notes": "kept by the data team",
          "expectations": [
            { "type": "expect_column_values_to_not_be_null", "kwargs": { "column": "x", "mostly": 0.95 }, "meta": { "owner": "ops" },
              "id": "77", "notes": ["a", "b"], "description": "x is there", "severity": "warning", "later": { "deep": [1, 2.50] } }
          ],
          "suite_parameters": { "low": 1 },
          "meta": { "great_expectations_version": "1.2.0" }
        }
        """;

    [Fact]
    public void What_is_read_is_written_again()
    {
        var written = JsonDocument.Parse(SuiteWriter.Write(Judging.Parse(Encoding.UTF8.GetBytes(Modern)), legacy: false)).RootElement;

        JsonElement.DeepEquals(written, JsonDocument.Parse(Modern).RootElement).ShouldBeTrue(written.GetRawText());
    }

    [Fact]
    public void A_suite_can_be_written_for_the_older_version_and_read_back()
    {
        var suite = Judging.Parse(Encoding.UTF8.GetBytes(Modern));

        var legacy = SuiteWriter.Write(suite, legacy: true);

        var keys = JsonDocument.Parse(legacy).RootElement;
        keys.GetProperty("expectation_suite_name").GetString().ShouldBe("strikes");
        keys.GetProperty("evaluation_parameters").GetProperty("low").GetInt32().ShouldBe(1);
        keys.GetProperty("expectations")[0].GetProperty("expectation_type").GetString().ShouldBe("expect_column_values_to_not_be_null");
        SuiteWriter.Write(Judging.Parse(legacy), legacy: false).ShouldBe(SuiteWriter.Write(suite, legacy: false));
    }

    [Theory]
    [InlineData("[]", "MLOPS1100")]
    [InlineData("{ \"name\": \"x\" }", "MLOPS1100")]
    [InlineData("{ \"expectations\": [ { \"type\": \"expect_column_values_to_be_nul\", \"kwargs\": { \"column\": \"x\" } } ] }", "MLOPS1101")]
    [InlineData("{ \"expectations\": [ { \"kwargs\": {} } ] }", "MLOPS1101")]
    [InlineData("{ \"expectations\": [ 5 ] }", "MLOPS1100")]
    [InlineData("{ \"expectations\": [ { \"type\": \"expect_column_values_to_be_between\", \"kwargs\": { \"column\": \"x\", \"min_valu\": 1 } } ] }", "MLOPS1102")]
    [InlineData("{ \"expectations\": [ { \"type\": \"x\"", "MLOPS1100")]
    [InlineData("", "MLOPS1100")]
    public void What_is_no_suite_is_refused_with_a_code(string json, string code)
    {
        var diagnostics = new DiagnosticBag();

        SuiteReader.Read("suite.json", Encoding.UTF8.GetBytes(json), diagnostics).ShouldBeNull();

        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("""{"expectations": [], "name": "\ud800"}""", "suite.json(1,30): error MLOPS1100: the file is no suite: a text is no Unicode.")]
    [InlineData("""{"expectations": [{"type": "a",\n"type": "b"}]}""", "suite.json(2,1): error MLOPS1100: the file is no suite: 'type' stands twice in one object.")]
    [InlineData("""{"expectations": []} {"more": 1}""", "suite.json(1,22): error MLOPS1100: the file is no JSON: ")]
    [InlineData("""{"expectations": [{"type": "a", "kwargs": {"min_value": -1e400}}]}""", "suite.json(1,57): error MLOPS1100: the file is no suite: a number is too large: '-1e400'. Write one up to 1.7976931348623157e308.")]
    [InlineData("""{"expectations": [{"type": "expect_column_to_exist", "kwargs": {"column": "x"}, "meta": "x"}]}""", "suite.json(1,19): error MLOPS1100: 'meta' of an expectation")]
    public void What_a_suite_cannot_hold_is_told_at_its_place(string json, string message)
    {
        var diagnostics = new DiagnosticBag();

        SuiteReader.Read("suite.json", Encoding.UTF8.GetBytes(json.Replace("\\n", "\n")), diagnostics).ShouldBeNull();

        diagnostics.ShouldHaveSingleItem().ToString().ShouldStartWith(message);
    }

    [Theory]
    [InlineData("expect_table_row_count_to_be_between", """{"min_value": 2.5}""", "expectations:\n  - type: expect_table_row_count_to_be_between\n    min_value: 2.5\n")]
    [InlineData("expect_table_row_count_to_be_between", """{"min_value": 9, "max_value": 3}""", "    max_value: 3\n")]
    [InlineData("expect_column_value_lengths_to_be_between", """{"column": "x", "min_value": -1}""", "        min_value: -1\n")]
    [InlineData("expect_column_values_to_be_between", """{"column": "x", "min_value": 9, "max_value": 3}""", "        max_value: 3\n")]
    [InlineData("expect_column_values_to_not_be_null", """{"column": "x", "mostly": 1.5}""", "        mostly: 1.5\n")]
    public void What_a_short_form_cannot_say_stays_an_expectation(string type, string kwargs, string written)
    {
        var text = SchemaFile.Write(SuiteImport.Of(Judging.One(type, kwargs), data: null));

        text.ShouldEndWith(written);
    }

    [Theory]
    [InlineData("min_value: 1e400", "schema.yaml(5,16): error MLOPS0103: 'columns[0].expectations[0].min_value' is '1e400'; expected a number of at most 1.7976931348623157e308.")]
    [InlineData("value_set: [1, -1e400]", "schema.yaml(5,20): error MLOPS0103: 'columns[0].expectations[0].value_set' is '-1e400'; expected a number of at most")]
    [InlineData("meta: {limit: 1e400}", "schema.yaml(5,19): error MLOPS0103: 'columns[0].expectations[0].meta' is '1e400'; expected a number of at most")]
    public void A_number_beyond_those_of_64_bits_is_refused_in_a_contract_and_becomes_no_text(string line, string message)
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", $"columns:\n- name: x\n  type: float64\n  expectations: [{{type: expect_column_values_to_be_in_set,\n    {line}}}]\n", diagnostics).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().ToString().ShouldStartWith(message);
    }

    [Theory]
    [InlineData("max: 1e400")]
    [InlineData("min: -Infinity")]
    public void A_bound_beyond_the_numbers_is_refused(string line)
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", $"columns: [{{name: x, type: float64, {line}}}]", diagnostics).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().ToString().ShouldEndWith("; expected a float64 as the column is.");
    }

    [Fact]
    public void A_text_that_looks_like_such_a_number_stays_a_text() =>
        Reading.Schema("columns: [{name: x, type: string, expectations: [{type: expect_column_values_to_be_in_set, value_set: ['1e400', 1e5a]}]}]")
            .Columns[0].Expectations[0].Kwargs.GetProperty("value_set").GetRawText().ShouldBe("""["1e400","1e5a"]""");

    [Fact]
    public void A_column_that_a_list_names_twice_stands_once_in_the_result()
    {
        var suite = Judging.One("expect_compound_columns_to_be_unique", """{"column_list": ["y", "x", "y"]}""");

        var result = Judging.Json(Judging.Judge(new TableBatches(Judging.Table("x,y\n4,a\n4,a\n5,a\n")), suite), ResultFormat.Complete).GetProperty("results")[0].GetProperty("result");

        result.GetProperty("unexpected_count").GetInt32().ShouldBe(2);
        result.GetProperty("unexpected_list").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""[{"y":"a","x":4},{"y":"a","x":4}]""");
    }

    [Fact]
    public void A_misspelled_name_is_told_with_its_line_and_the_nearest_one()
    {
        const string Json = "{\n \"expectations\": [\n  { \"type\": \"expect_column_values_to_be_uniqe\", \"kwargs\": {} }\n ]\n}";
        var diagnostics = new DiagnosticBag();

        SuiteReader.Read("suite.json", Encoding.UTF8.GetBytes(Json), diagnostics);

        diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "suite.json(3,3): error MLOPS1101: 'expect_column_values_to_be_uniqe' is no expectation that can be judged here. Did you mean 'expect_column_values_to_be_unique'?");
    }

    [Theory]
    [InlineData("high", true)]
    [InlineData("low * 2 + 1", false)]
    [InlineData("(high - low) / 2", true)]
    [InlineData("nothing", false)]
    [InlineData("now()", false)]
    public void Parameters_are_filled_in_and_may_be_reckoned_with(string parameter, bool met)
    {
        var json = """{"expectations": [{"type": "expect_column_max_to_be_between", "kwargs": {"column": "x", "max_value": {"$PARAMETER": "NAME"}}}], "suite_parameters": {"low": 1, "high": 9}}"""
            .Replace("NAME", parameter);

        var result = Judging.Judge(new TableBatches(Judging.Table("x,y\n4,a\n2,b\n")), Judging.Parse(Encoding.UTF8.GetBytes(json))).Results[0];

        result.Outcome.Success.ShouldBe(met);
        (result.Outcome.Fault is null).ShouldBe(parameter is not ("nothing" or "now()"));
    }

    [Fact]
    public void A_result_has_the_shape_of_great_expectations()
    {
        var suite = Judging.One("expect_column_values_to_be_in_set", """{"column": "x", "value_set": [1, 2]}""");

        var result = Judging.Json(Judging.Judge(new TableBatches(Judging.Table("x,y\n1,a\n3,a\n,a\n3,a\n")), suite));

        JsonElement.DeepEquals(result, JsonDocument.Parse("""
            {
              "success": false,
              "results": [ {
                "success": false,
                "expectation_config": { "type": "expect_column_values_to_be_in_set", "kwargs": { "column": "x", "value_set": [1, 2] }, "meta": {} },
                "result": {
                  "element_count": 4, "unexpected_count": 2, "unexpected_percent": 66.66666666666666, "partial_unexpected_list": [3, 3],
                  "missing_count": 1, "missing_percent": 25, "unexpected_percent_total": 50, "unexpected_percent_nonmissing": 66.66666666666666,
                  "partial_unexpected_counts": [ { "value": 3, "count": 2 } ], "partial_unexpected_index_list": [1, 3]
                },
                "meta": {},
                "exception_info": { "raised_exception": false, "exception_traceback": null, "exception_message": null }
              } ],
              "suite_name": "one", "suite_parameters": {},
              "statistics": { "evaluated_expectations": 1, "successful_expectations": 0, "unsuccessful_expectations": 1, "success_percent": 0 },
              "meta": {}, "id": null
            }
            """).RootElement).ShouldBeTrue(result.GetRawText());
    }

    [Theory]
    [InlineData(nameof(ResultFormat.BooleanOnly), "")]
    [InlineData(nameof(ResultFormat.Basic), "partial_unexpected_list")]
    [InlineData(nameof(ResultFormat.Summary), "partial_unexpected_counts")]
    [InlineData(nameof(ResultFormat.Complete), "unexpected_index_list")]
    public void Each_format_tells_more_than_the_one_before(string name, string last)
    {
        var format = Enum.Parse<ResultFormat>(name);
        var rows = "x,y\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"{row},a\n"));
        var suite = Judging.One("expect_column_values_to_be_between", """{"column": "x", "max_value": -1}""");

        var result = Judging.Json(Judging.Judge(new TableBatches(Judging.Table(rows)), suite, new SuiteOptions { Format = format }), format)
            .GetProperty("results")[0].GetProperty("result");

        result.EnumerateObject().Any().ShouldBe(last.Length > 0);
        (last.Length == 0 || result.TryGetProperty(last, out _)).ShouldBeTrue();
        if (format == ResultFormat.Complete)
            result.GetProperty("unexpected_list").GetArrayLength().ShouldBe(200);
        if (format != ResultFormat.BooleanOnly)
            result.GetProperty("partial_unexpected_list").GetArrayLength().ShouldBe(20);
    }
}
