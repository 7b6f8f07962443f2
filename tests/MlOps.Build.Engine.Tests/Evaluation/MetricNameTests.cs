using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed partial class MetricNameTests
{
    [Theory]
    [InlineData("f2", 2)]
    [InlineData("f0p5", 0.5)]
    [InlineData("pinball_97p5", 97.5)]
    [InlineData("top_3_accuracy", 3)]
    public void A_number_in_a_name_makes_a_metric(string name, double number) =>
        MetricRegistry.Find(name).ShouldNotBeNull().Name.ShouldContain(MetricNumber.Text(number));

    [Theory]
    [InlineData("f0")]
    [InlineData("f02")]
    [InlineData("f2p0")]
    [InlineData("f1_score")]
    [InlineData("lift_at_101")]
    [InlineData("pinball_100")]
    [InlineData("top_1p5_accuracy")]
    [InlineData("tweedie_0p5")]
    [InlineData("f1e300")]
    [InlineData("f٢")]
    public void A_name_with_another_number_is_none(string name) => MetricRegistry.Find(name).ShouldBeNull();

    [Theory]
    [InlineData("binary", "mccc", EvaluationCodes.UnknownMetric, "Did you mean 'mcc'?")]
    [InlineData("binary", "lift_at_200", EvaluationCodes.UnknownMetric, "'lift_at_<percent>' takes above 0 and at most 100")]
    [InlineData("binary", "rmse", EvaluationCodes.UnknownMetric, "does not judge a binary task")]
    [InlineData("regression", "interval_width", EvaluationCodes.MetricNeedsSetting, "Add 'intervals: { method: conformal }'")]
    [InlineData("regression", "mase", EvaluationCodes.MetricNeedsSetting, "'split' is not by time")]
    [InlineData("binary", "ndcg_at_10", EvaluationCodes.MetricNeedsSetting, "Add 'ranking: { group: … }'")]
    [InlineData("regression", "mrr_at_1p5", EvaluationCodes.UnknownMetric, "'mrr_at_<k>' takes a whole number")]
    public void A_metric_that_cannot_be_is_reported_at_its_place(string task, string metric, string code, string words)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", Config(task, metric), diagnostics).ShouldBeNull();
        var diagnostic = diagnostics.ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.Position.Line).ShouldBe((code, 4));
        diagnostic.Message.ShouldContain(words);
    }

    [Fact]
    public void Added_metrics_are_written_read_and_known_to_gates()
    {
        var diagnostics = new DiagnosticBag();
        var config = TrainingConfigFile.Parse("c.yaml", Config("binary", "f2, f1, lift_at_0p5"), diagnostics).ShouldNotBeNull();
        var again = TrainingConfigFile.Parse("c.yaml", TrainingConfigFile.Write(config), diagnostics).ShouldNotBeNull();

        again.Evaluation.Metrics.ShouldBe(["f2", "f1", "lift_at_0p5"]);
        var names = GateScope.Of(again).Metrics;
        names.ShouldBeUnique();
        names.ShouldContain("lift_at_0p5");
    }

    [Fact]
    public void A_split_by_time_adds_the_scaled_error() =>
        MetricSet.Of(LearningTask.Regression, new EvaluationConfig(), byTime: true).ShouldContain(metric => metric.Name == "mase");

    [Fact]
    public void The_guide_has_one_row_a_metric_and_one_a_family()
    {
        var rows = GuideRow().Matches(Guide()).ToDictionary(row => row.Groups["name"].Value, row => row.Groups);
        rows.Keys.ShouldBe(
            MetricRegistry.All.Select(metric => metric.Name).Concat(MetricFamilies.All.Select(family => family.Pattern)), ignoreOrder: true);
        foreach (var metric in MetricRegistry.All)
        {
            rows[metric.Name]["tasks"].Value.ShouldBe(string.Join(", ", metric.Tasks).ToLowerInvariant(), metric.Name);
            rows[metric.Name]["better"].Value.ShouldBe(Better(metric.Direction), metric.Name);
        }

        foreach (var family in MetricFamilies.All)
        {
            rows[family.Pattern]["tasks"].Value.ShouldBe(string.Join(", ", family.Tasks).ToLowerInvariant(), family.Pattern);
            rows[family.Pattern]["better"].Value.ShouldBe(Better(family.Direction), family.Pattern);
        }
    }

    private static string Better(MetricDirection direction) => direction == MetricDirection.HigherIsBetter ? "higher" : "lower";

    private static string Config(string task, string metrics) =>
        $"task: {task}\nlabel: y\nevaluation:\n  metrics: [{metrics}]\n";

    private static string Guide()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "docs", "guides", "metrics.md")))
            folder = Path.GetDirectoryName(folder).ShouldNotBeNull();
        return File.ReadAllText(Path.Combine(folder, "docs", "guides", "metrics.md"));
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z0-9_<>]+)` \| (?<tasks>[a-z, ]+) \| (?<better>higher|lower) \|", RegexOptions.Multiline)]
    private static partial Regex GuideRow();
}
