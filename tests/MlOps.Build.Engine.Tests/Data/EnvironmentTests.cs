using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Columns that are there in some environments only.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private const string Contract = """
        columns:
          - name: width
            type: int64
          - name: height
            type: int64
          - name: good
            type: string
            values: ["yes", "no"]
        """;

    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_label_need_not_be_there_when_serving()
    {
        _model.Write("schema.yaml", Contract);
        Check("width,height\n1,2\n", "serve").ShouldBeEmpty();
        Check("width,height\n1,2\n", "SERVE").ShouldBeEmpty();
        Check("width,height\n1,2\n", null).ShouldHaveSingleItem().ShouldStartWith("data.csv(1): error MLOPS1011: column 'good' is missing; schema.yaml(6,");
        Check("width,height\n1,2\n", "train").ShouldHaveSingleItem().ShouldContain("MLOPS1011");
    }

    [Fact]
    public void What_is_there_in_another_environment_keeps_its_rules()
    {
        _model.Write("schema.yaml", Contract);
        Check("width,height,good\n1,2,maybe\n", "serve").ShouldHaveSingleItem().ShouldStartWith("data.csv(2,3): error MLOPS1017: 'good' is 'maybe'");
    }

    [Fact]
    public void A_column_of_another_environment_is_told_and_allowed()
    {
        _model.Write("schema.yaml", Contract + "\n    environments: [train]\n");
        Check("width,height,good\n1,2,no\n", "serve").ShouldHaveSingleItem().ShouldBe(
            "data.csv(1,3): warning MLOPS1108: column 'good' is there; schema.yaml(9,5) has it in train only, and these are data of serve. "
            + "Remove it, or widen 'environments'.");
        Check("width,height,good\n1,2,no\n", null).ShouldNotContain(message => message.Contains("MLOPS1108", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_environment_is_that_of_training()
    {
        _model.Write("schema.yaml", "environments: [TRAINING, SERVING, BATCH]\n" + Contract + "\n  - name: request\n    type: string\n    environments: [SERVING, BATCH]\n");
        Check("width,height,request\n1,2,x\n", "batch").ShouldBeEmpty();
        Check("width,height\n1,2\n", "batch").ShouldHaveSingleItem().ShouldContain("column 'request' is missing");
        _model.Write("data.csv", "width,height,good\n1,2,no\n");
        _model.RunTo(StageNames.Data).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_environment_is_refused_with_the_known_ones()
    {
        _model.Write("schema.yaml", Contract);
        Check("width,height\n1,2\n", "srve").ShouldBe(["error MLOPS1107: there is no environment 'srve'; the contract has train, serve. Did you mean 'serve'?"]);
        Parse("columns: [{name: a, type: int64, environments: [trian]}]").ShouldBe(
            ["schema.yaml(1,34): error MLOPS1107: 'environments' names 'trian'; the contract has train, serve. Did you mean 'train'? Other ones are declared by 'environments' at the top."]);
        Parse("columns: [{name: a, type: int64, environments: []}]").ShouldHaveSingleItem().ShouldContain("error MLOPS1024: 'environments' is empty, so the column is nowhere.");
    }

    [Theory]
    [InlineData("environments: []", "schema.yaml(1,1): error MLOPS1024: 'environments' is empty, so no data belong to one. Name them, the one of training first, or remove the key.")]
    [InlineData("environments:", "schema.yaml(1,1): error MLOPS1024: 'environments' is empty, so no data belong to one.")]
    [InlineData("environments: [TRAIN, serve, Train]", "schema.yaml(1,1): error MLOPS1024: 'environments' names 'TRAIN' twice; case does not matter. Remove one.")]
    [InlineData("environments: [train, '']", "schema.yaml(1,1): error MLOPS1024: 'environments' holds an empty name. Write one, or remove it.")]
    public void Environments_that_are_none_or_stand_twice_are_refused(string line, string message) =>
        Parse(line + "\ncolumns: [{name: a, type: int64}]").ShouldHaveSingleItem().ShouldStartWith(message);

    [Fact]
    public void An_environment_that_a_column_names_twice_is_refused() =>
        Parse("columns: [{name: a, type: int64, environments: [serve, SERVE]}]").ShouldBe(
            ["schema.yaml(1,34): error MLOPS1024: 'environments' names 'serve' twice; case does not matter. Remove one."]);

    [Fact]
    public void Without_a_contract_there_are_no_environments() =>
        Check("width,height\n1,2\n", "serve").ShouldBe(["error MLOPS1107: there is no contract, and so no environment 'serve'. Write one: dotnet build -t:MlOpsInferSchema."]);

    [Fact]
    public void Keys_expectations_and_cleaning_of_an_absent_column_are_left_out()
    {
        _model.Write("schema.yaml", Contract + """

                environments: [train]
                expectations: [{type: expect_column_distinct_values_to_equal_set, value_set: ["yes", "no"]}]
            table: {key: [width, good]}
            expectations:
              - {type: expect_compound_columns_to_be_unique, column_list: [height, good]}
              - {type: expect_column_pair_values_a_to_be_greater_than_b, column_A: height, column_B: width}
            cleaning:
              - trim: [good]
              - duplicates: [width, good]
            """);
        Check("width,height\n1,2\n1,0\n", "serve").ShouldHaveSingleItem().ShouldContain("MLOPS1103: 'height', 'width' is '0', '1'");
    }

    [Fact]
    public void A_column_that_serving_lacks_is_no_feature()
    {
        _model.Write("schema.yaml", Contract.Replace("- name: height\n    type: int64", "- name: height\n    type: int64\n    environments: [train]", StringComparison.Ordinal));
        _model.RunTo(StageNames.Features).Succeeded.ShouldBeTrue();
        var features = _model.Json("features/features.json", ContractsJson.Default.FeatureSummary);
        features.Excluded.ShouldContain(column => column.Column == "height" && column.Reason == "not there in serve" && column.Position.Line == 6);

        _model.Write("training-config.yaml", TinyModel.Configuration + "features: [width, height]\n");
        _model.Check().ShouldHaveSingleItem().Message.ShouldBe("'height' is a feature, but is not there in serve. Remove it from 'features', or widen 'environments' if that is wrong.");
    }

    [Fact]
    public void Environments_are_written_as_they_are_read()
    {
        const string text = "environments: [TRAINING, SERVING]\ncolumns:\n  - name: a\n    type: int64\n    environments: [TRAINING]\n";
        SchemaFile.Write(Reading.Schema(text)).ShouldEndWith("\n" + text);
        DataDictionary.Write(Reading.Schema(text), "A").ShouldContain("| a | int64 |  |  | any |  | not there in SERVING |");
    }

    private List<string> Check(string data, string? environment)
    {
        _model.Write("data.csv", data);
        return [.. _model.Check(new CheckSettings { Environment = environment })
            .Where(diagnostic => diagnostic.Code.StartsWith("MLOPS1", StringComparison.Ordinal)).Select(diagnostic => diagnostic.ToString())];
    }

    private static List<string> Parse(string text)
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", text, diagnostics);
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
    }
}
