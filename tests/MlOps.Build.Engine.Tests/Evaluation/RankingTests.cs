using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class RankingTests
{
    private const string Rows = "Query,User,y,x\n1,a,1,1\n1,a,0,2\n2,a,1,3\n2,b,0,4\n3,c,1,5\n,c,0,6\n";

    [Fact]
    public void I_can_gate_a_model_by_the_order_within_lists()
    {
        using var model = new TinyModel();
        model.Write("data.csv", Data());
        model.Write("training-config.yaml", TinyModel.Configuration + "split: { by: group, column: Query }\n"
            + "evaluation: { ranking: { group: Query, k: 5 }, metrics: [ndcg_exp_at_3] }\n");
        model.Write("validation-checklist.md", "- [ ] The best come first `ndcg_at_5 >= 0.4 @ 95%`\n- [ ] And early `mrr_at_5 - baseline.mrr_at_5 >= 0`\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();

        var evaluation = Read(model, "evaluate/evaluation.json", ContractsJson.Default.EvaluationSummary);
        evaluation.Metrics.Take(3).Select(metric => metric.Name).ShouldBe(["ndcg_at_5", "map_at_5", "mrr_at_5"]);
        evaluation.Metrics.ShouldAllBe(metric => metric.Name != "ndcg_exp_at_3" || metric.Low < metric.High);
        var lists = evaluation.Ranking.ShouldNotBeNull();
        (lists.Column, evaluation.Resampling!.By, evaluation.Resampling.Groups).ShouldBe(("Query", "group", lists.Lists));
        Read(model, "gate/gate.json", ContractsJson.Default.GateSummary).Items[0].Verdict.ShouldBe(Verdict.Pass);
        Read(model, "features/signature.json", ContractsJson.Default.ModelSignature).Inputs.ShouldNotContain(input => input.Name == "Query");
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain($"Rows form {lists.Lists} lists by 'Query'");
    }

    [Fact]
    public void Intervals_draw_whole_lists()
    {
        // Every list is the same, so whole lists leave nothing to vary; rows would.
        var request = Samples.Request([.. Repeat(0f, 1f, 0f)], [.. Repeat(0.9f, 0.8f, 0.1f)]);
        int[] lists = [.. Enumerable.Range(0, 120).Select(row => row / 3)];
        var metrics = Samples.Evaluate(request with
        {
            Lists = lists,
            Config = request.Config with { Ranking = new RankingConfig { Group = "Query" } },
            Sampling = new RowSampling { Method = Resampling.Groups, Groups = lists },
        }).Metrics;
        metrics.Metric("mrr_at_10").ShouldBe(new MetricValue { Name = "mrr_at_10", Value = 0.5, Low = 0.5, High = 0.5 });
        metrics.Metric("ndcg_at_10").Low.ShouldBe(metrics.Metric("ndcg_at_10").High);
    }

    [Fact]
    public void Without_lists_or_relevant_rows_there_is_no_value_but_a_reason()
    {
        var rows = Samples.Binary([0, 0], [0.3f, 0.4f]);
        Samples.Compute("map_at_5", rows).Reason.ShouldBe("the rows make no lists");
        var listed = new Engine.Evaluation.Metrics.ScoredRows(LearningTask.Binary, 2, rows.Labels, rows.Scores, 0.5, new() { Lists = [0, 0] });
        Samples.Compute("map_at_5", listed).Reason.ShouldBe("no list has a relevant row");
    }

    [Theory]
    [InlineData("multiclass", "{ group: Query }", "", "MLOPS4140: 'ranking' orders rows by one score, and 'task' is multiclass.")]
    [InlineData("binary", "{ group: x }", "", "MLOPS4140: 'x' has the type Float64; a list is named by text")]
    [InlineData("binary", "{ group: y }", "", "MLOPS4140: 'y' is the label")]
    [InlineData("binary", "{ group: Query }", ", resampling: rows", "MLOPS4141: 'resampling' by rows would take the lists of 'Query' apart.")]
    [InlineData("binary", "{ group: Qeury }", "", "'evaluation.ranking' names the column 'Qeury', which the data does not have. Did you mean 'Query'?")]
    public void A_ranking_that_cannot_be_is_one_error(string task, string ranking, string more, string expected)
    {
        var diagnostics = new DiagnosticBag();
        var table = Tables.Csv("Query,User,y,x\n1,a,1,1.5\n");
        ConfigChecker.CheckColumns(Config(task, ranking, more), Tables.Schema(table), diagnostics).ShouldBeFalse();
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Theory]
    [InlineData("{ k: 3 }", "'evaluation.ranking.group' is missing.")]
    [InlineData("{ group: Query, k: 0 }", "expected a whole number in 1..10000")]
    [InlineData("{ group: Query, at: 5 }", "unknown key 'at'")]
    public void A_ranking_that_cannot_be_read_is_one_error(string ranking, string expected)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", $"task: binary\nlabel: y\nevaluation: {{ ranking: {ranking} }}\n", diagnostics);
        diagnostics.ShouldHaveSingleItem().Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData(new[] { 0, 5 }, new[] { 2 }, "", "c.yaml(3,15): error MLOPS4142: 'Query' has no value in 1 of 2 test rows, so they stand in no list.")]
    [InlineData(new[] { 0, 1 }, new[] { 2 }, "", null)]
    [InlineData(new[] { 0, 1, 2 }, new[] { 3 }, "", "c.yaml(3,15): warning MLOPS4143: 1 of the 2 lists of 'Query' in the test part have rows in training")]
    [InlineData(new[] { 2, 3 }, new[] { 0 }, ", resampling: { by: group, column: User }",
        "c.yaml(3,54): error MLOPS4141: Rows of one list of 'Query' have different values of 'User', and drawing by it would take lists apart.")]
    public void Lists_of_the_test_rows_are_whole(int[] test, int[] train, string more, string? expected)
    {
        var diagnostics = new DiagnosticBag();
        var lists = new RowLists(Config("binary", "{ group: Query }", more), Tables.Csv(Rows), diagnostics);
        lists.OfTest(new Split { Train = train, Validation = [], Test = test, Summary = null! });
        var lines = Tables.Lines(diagnostics);
        if (expected is null)
            lines.ShouldBeEmpty();
        else
            lines.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Fact]
    public void A_ranking_is_written_and_read()
    {
        var again = Tables.Config(TrainingConfigFile.Write(Config("binary", "{ group: Query, k: 7 }", "")));
        again.Evaluation.Ranking.ShouldBe(new RankingConfig { Group = "Query", K = 7 });
        ResamplingConfig.For(again).ShouldBe(new ResamplingConfig { By = Resampling.Groups, Column = "Query" });
    }

    private static IEnumerable<float> Repeat(params float[] values) => Enumerable.Repeat(values, 40).SelectMany(own => own);

    private static TrainingConfig Config(string task, string ranking, string more) =>
        Tables.Config($"task: {task}\nlabel: y\nevaluation: {{ ranking: {ranking}{more} }}\n");

    private static T Read<T>(TinyModel model, string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(model.File("obj/mlops/" + file)), type)!;

    private static string Data()
    {
        var text = new StringBuilder("Query,width,height,good\n");
        for (var row = 0; row < 600; row++)
        {
            var (width, height) = (row * 37 % 101, row * 53 % 89);
            text.Append('q').Append(row / 6).Append(',').Append(width).Append(',').Append(height)
                .Append(width + height + (row * 71 % 60) > 120 ? ",yes\n" : ",no\n");
        }

        return text.ToString();
    }
}
