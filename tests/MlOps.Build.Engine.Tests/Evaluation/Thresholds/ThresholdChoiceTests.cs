using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Thresholds;

namespace MlOps.Build.Engine.Tests.Evaluation.Thresholds;

/// <summary>Thresholds that make a metric largest, against scikit-learn; see <c>Expected/make_thresholds.py</c>.</summary>
public sealed class ThresholdChoiceTests
{
    [Fact]
    public void The_chosen_threshold_gives_the_largest_value_with_the_fewest_rows()
    {
        using var cases = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Thresholds", "Expected", "thresholds.json")));
        cases.RootElement.GetArrayLength().ShouldBe(36);
        foreach (var item in cases.RootElement.EnumerateArray())
        {
            float[] labels = [.. item.GetProperty("labels").EnumerateArray().Select(value => value.GetSingle())];
            float[] scores = [.. item.GetProperty("scores").EnumerateArray().Select(value => value.GetSingle())];
            foreach (var best in item.GetProperty("best").EnumerateObject())
            {
                var threshold = Choose(best.Name, labels, scores).ShouldNotBeNull();
                scores.Count(score => score >= threshold).ShouldBe(best.Value.GetProperty("called").GetInt32(), best.Name);
                Value(best.Name, labels, scores, threshold).ShouldBe(best.Value.GetProperty("value").GetDouble(), 1e-12, best.Name);
            }
        }
    }

    [Fact]
    public void A_threshold_has_no_more_digits_than_it_needs() =>
        Choose("accuracy", [0, 0, 1, 1], [0.1f, 0.2637f, 0.3112f, 0.9f]).ShouldBe(0.29);

    [Fact]
    public void Neighbours_a_bit_apart_are_told_apart()
    {
        var upper = MathF.BitIncrement(0.3f);
        var threshold = Choose("accuracy", [0, 1], [0.3f, upper]).ShouldNotBeNull();
        threshold.ShouldBeInRange(Math.BitIncrement((double)0.3f), upper);
    }

    [Fact]
    public void Rows_weigh_what_they_weigh()
    {
        var rows = new ScoredRows(LearningTask.Binary, 2, [0, 1, 0], Two([0.2f, 0.4f, 0.6f]), 0.5, new RowContext { Weights = [1, 1, 5] });
        ThresholdChoice.Best(ThresholdChoice.Metric("accuracy")!, rows).ShouldBe(0.8);
    }

    [Theory]
    [InlineData("recall", "is no metric that a threshold balances. Use one of f1, f2, accuracy")]
    [InlineData("auc", "is no metric that a threshold balances")]
    [InlineData("f0", "is no metric that a threshold balances")]
    [InlineData("", "")]
    public void A_metric_that_no_threshold_balances_is_refused(string metric, string words)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", $"task: binary\nlabel: y\nevaluation:\n  threshold: {{ maximize: '{metric}' }}\n", diagnostics);
        var error = diagnostics.ShouldHaveSingleItem();
        error.Message.ShouldContain(words);
        (error.Position.Line, error.Severity).ShouldBe((4, DiagnosticSeverity.Error));
    }

    [Fact]
    public void A_threshold_for_no_metric_is_refused()
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", "task: binary\nlabel: y\nevaluation: { threshold: { maximize: } }\n", diagnostics).ShouldBeNull();
        diagnostics.ShouldContain(finding => finding.Code == ProjectCodes.MissingKey);
    }

    [Fact]
    public void Only_a_binary_task_has_a_threshold()
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", "task: regression\nlabel: y\nevaluation: { threshold: { maximize: f1 } }\n", diagnostics);
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(EvaluationCodes.ThresholdNotChosen);
    }

    [Fact]
    public void Validation_rows_of_one_class_choose_nothing_and_say_so()
    {
        var config = TrainingConfigFile.Parse("c.yaml", "task: binary\nlabel: y\nevaluation: { threshold: { maximize: f1 } }\n", []).ShouldNotBeNull();
        var diagnostics = new DiagnosticBag();
        ModelThreshold.Of(config, ["no", "yes"], [0, 0], () => Two([0.1f, 0.2f]), null, diagnostics).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Message.ShouldBe(
            "'evaluation.threshold' cannot be chosen for f1: none of the 2 validation rows has 'y' = 'yes'. "
            + "Give 'split' a larger validation part, or write 'threshold: 0.5'.");
    }

    private static double? Choose(string metric, float[] labels, float[] scores) =>
        ThresholdChoice.Best(ThresholdChoice.Metric(metric).ShouldNotBeNull(), new ScoredRows(LearningTask.Binary, 2, labels, Two(scores), 0.5));

    private static double Value(string metric, float[] labels, float[] scores, double threshold)
    {
        var rows = new ScoredRows(LearningTask.Binary, 2, labels, Two(scores), threshold);
        var outcome = ThresholdChoice.Metric(metric)!.Compute(new MetricSample(rows));
        return outcome.IsDefined ? outcome.Value : 0;
    }

    private static float[] Two(float[] positive) => [.. positive.SelectMany(score => new[] { 1 - score, score })];
}
