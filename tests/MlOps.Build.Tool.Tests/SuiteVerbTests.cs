using System.Text.Json;

namespace MlOps.Build.Tool.Tests;

public sealed class SuiteVerbTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public SuiteVerbTests()
    {
        _folder.Write("data.csv", "Speed,Size\n10,Large\n900,Small\n20,Small\n");
        _folder.Write("suite.json", """
            {"name": "strikes", "expectations": [
              {"type": "expect_column_values_to_be_between", "kwargs": {"column": "Speed", "max_value": {"$PARAMETER": "top"}}},
              {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "Size"}}
            ]}
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_suite_that_the_data_keep_exits_with_0_and_leaves_its_result()
    {
        var run = _folder.Run("validate", "--suite", "suite.json", "--data", "data.csv", "--parameter", "top=1000", "-o", "result.json");

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("strikes: 2 of 2 expectations met");
        var result = JsonDocument.Parse(File.ReadAllText(_folder["result.json"])).RootElement;
        result.GetProperty("success").GetBoolean().ShouldBeTrue();
        result.GetProperty("results")[0].GetProperty("expectation_config").GetProperty("kwargs").GetProperty("max_value").GetInt32().ShouldBe(1000);
    }

    [Fact]
    public void A_suite_that_the_data_break_exits_with_1_and_says_where()
    {
        var run = _folder.Run("validate", "--suite", "suite.json", "--data", "data.csv", "--parameter", "top=600", "--result-format", "BASIC", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("data.csv(3,1): error MLOPS1103: 'Speed' is '900'; suite.json(2,3) wants");
        run.Json.GetProperty("validation").GetProperty("statistics").GetProperty("unsuccessful_expectations").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("--schema", "suite.json")]
    [InlineData("--output", "result.json")]
    [InlineData("--result-format", "BASIC")]
    [InlineData("--parameter", "top=1")]
    public void An_option_of_suites_without_one_is_refused_and_not_passed_over(string option, string value)
    {
        var run = _folder.Run("validate", "--data", "data.csv", option, value);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain($"{option} says how a suite is judged, and none is given.");
    }

    [Theory]
    [InlineData("--environment", "serve")]
    [InlineData("--previous", "data.csv")]
    [InlineData("--serving", "data.csv")]
    [InlineData("--as-of", "2026-01-31")]
    public void An_option_of_contracts_with_a_suite_is_refused_and_not_passed_over(string option, string value)
    {
        var run = _folder.Run("validate", "--suite", "suite.json", "--data", "data.csv", option, value);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain($"{option} is about the rules of a contract");
    }

    [Fact]
    public void An_expectation_that_cannot_be_judged_is_a_finding()
    {
        var run = _folder.Run("validate", "--suite", "suite.json", "--data", "data.csv");

        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("suite.json(2,3): error MLOPS1104: expect_column_values_to_be_between could not be judged: parameter 'top' has no value.");
    }

    [Theory]
    [InlineData("--parameter", "top")]
    [InlineData("--result-format", "ALL")]
    public void A_wrong_option_exits_with_2(string option, string value) =>
        _folder.Run("validate", "--suite", "suite.json", "--data", "data.csv", option, value).ExitCode.ShouldBe(ExitCodes.Usage);

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n5,6\n", ExitCodes.Ok)]
    [InlineData("a,b\n1,2\n", ExitCodes.Finding)]
    public void The_number_of_rows_is_held_against_another_table(string other, int code)
    {
        _folder.Write("other.csv", other);
        _folder.Write("rows.json", """{"expectations": [{"type": "expect_table_row_count_to_equal_other_table", "kwargs": {"other_table_name": "birds"}}]}""");

        _folder.Run("validate", "--suite", "rows.json", "--data", "data.csv", "--other-table", "birds=other.csv").ExitCode.ShouldBe(code);
        _folder.Run("validate", "--suite", "rows.json", "--data", "data.csv").Error.ShouldContain("MLOPS1104");
    }

    [Theory]
    [InlineData("\"2024-03-01\"", ExitCodes.Ok)]
    [InlineData("\"2024-03-03\"", ExitCodes.Finding)]
    public void The_newest_row_is_held_against_an_instant_that_is_given(string earliest, int code)
    {
        _folder.Write("times.csv", "at,x\n2024-03-02T10:00:00Z,1\n2024-02-01T10:00:00Z,2\n");
        _folder.Write("fresh.json", """{"expectations": [{"type": "expect_column_max_to_be_between", "kwargs": {"column": "at", "min_value": {"$PARAMETER": "earliest"}}}]}""");

        _folder.Run("validate", "--suite", "fresh.json", "--data", "times.csv", "--parameter", $"earliest={earliest}").ExitCode.ShouldBe(code);
    }

    [Fact]
    public void A_suite_that_is_not_there_is_said()
    {
        var run = _folder.Run("validate", "--suite", "none.json", "--data", "data.csv");

        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldStartWith("none.json: error ");
    }

    [Fact]
    public void A_projects_contract_is_held_to_its_expectations_and_its_suites()
    {
        _folder.Write("p.csproj", "<Project><ItemGroup><MlOpsData Include=\"data.csv\" /></ItemGroup></Project>");
        _folder.Write("suites/more.json", """{"expectations": [{"type": "expect_column_values_to_be_unique", "kwargs": {"column": "Size"}}]}""");
        _folder.Write("schema.yaml", """
            columns:
              - name: Speed
                type: int64
                expectations:
                  - type: expect_column_mean_to_be_between
                    max_value: 100
              - name: Size
                type: string
            suites: [suites/more.json]
            """);

        var run = _folder.Run("validate");

        run.Error.ShouldContain("data.csv: error MLOPS1103: the mean of 'Speed' is '310'; schema.yaml(5,9) wants");
        run.Error.ShouldContain("data.csv(3,2): error MLOPS1103: 'Size' is 'Small'; suites/more.json(1,19) wants expect_column_values_to_be_unique. 2 of 3 values, also line 4.");
    }

    [Fact]
    public void A_suite_becomes_a_contract_and_a_suite_again()
    {
        _folder.Run("expectations", "import", "suite.json", "--data", "data.csv", "-o", "schema.yaml").ExitCode.ShouldBe(ExitCodes.Ok);

        var run = _folder.Run("expectations", "export", "schema.yaml", "--format", "0.x");

        File.ReadAllText(_folder["schema.yaml"]).ShouldContain("  - name: Size\n    type: string\n    missing: 0\n");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("expectations").EnumerateArray()
            .Select(expectation => expectation.GetProperty("expectation_type").GetString())
            .ShouldContain("expect_column_values_to_not_be_null");
    }

    [Fact]
    public void A_schema_of_TFDV_becomes_a_contract_and_tells_what_it_leaves()
    {
        _folder.Write("schema.pbtxt", """
            feature { name: "Speed" type: INT int_domain { min: 0 max: 600 } presence { min_fraction: 1.0 min_count: 1 } }
            feature { name: "Size" type: BYTES domain: "sizes" annotation { tag: "x" } presence { min_count: 1 } }
            string_domain { name: "sizes" value: "Large" value: "Small" }
            """);

        var run = _folder.Run("expectations", "import", "schema.pbtxt", "-o", "schema.yaml");

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldBe("schema.yaml: 2 columns\n");
        run.Error.ShouldStartWith("schema.pbtxt(2): warning MLOPS1106: 'annotation' of 'Size' is not carried over");
        File.ReadAllText(_folder["schema.yaml"]).ShouldContain("  - name: Speed\n    type: int64\n    missing: 0\n    min: 0\n    max: 600\n  - name: Size\n    type: string\n    values: [Large, Small]\n");
        _folder.Write("p.csproj", "<Project><ItemGroup><MlOpsData Include=\"data.csv\" /></ItemGroup></Project>");
        _folder.Run("validate").Error.ShouldContain("data.csv(3,1): error MLOPS1004: 'Speed' is 900");
    }
}
