using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class ThresholdCostTests
{
    [Fact]
    public void Costs_make_the_threshold_at_which_both_decisions_cost_the_same()
    {
        var config = Parse("{ costs: { false_positive: 10, false_negative: 60, true_positive: 2, true_negative: -1 } }").ShouldNotBeNull();
        var (p, costs) = (config.Evaluation.Threshold, config.Evaluation.Costs.ShouldNotBeNull());

        ((p * costs.TruePositive) + ((1 - p) * costs.FalsePositive))
            .ShouldBe((p * costs.FalseNegative) + ((1 - p) * costs.TrueNegative), 1e-12);
        TrainingConfigFile.Parse("c.yaml", TrainingConfigFile.Write(config), []).ShouldNotBeNull().Evaluation.Costs.ShouldBe(costs);
    }

    [Theory]
    [InlineData("{ costs: { false_positive: 1, false_negative: 4 } }", 0.2)]
    [InlineData("0.3", 0.3)]
    public void A_threshold_is_given_or_follows_from_costs(string threshold, double expected) =>
        Parse(threshold).ShouldNotBeNull().Evaluation.Threshold.ShouldBe(expected, 1e-15);

    [Theory]
    [InlineData("{ costs: { false_positive: 1 } }", "'false_negative' is missing")]
    [InlineData("{ costs: { false_positive: 0, false_negative: 4 } }", "no dearer than the right one")]
    [InlineData("{ costs: { false_positive: nan, false_negative: 4 } }", "expected a number")]
    [InlineData("{ cost: { false_positive: 1, false_negative: 4 } }", "'costs' is missing")]
    [InlineData("1.5", "expected a number in 0..1")]
    public void Costs_that_decide_nothing_are_reported(string threshold, string words)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", Text(threshold), diagnostics).ShouldBeNull();
        diagnostics.Select(diagnostic => diagnostic.Message.Replace("evaluation.threshold.costs.", "").Replace("evaluation.threshold.costs", "costs")
            .Replace("evaluation.threshold.", "").Replace("threshold.", "")).ShouldContain(message => message.Contains(words));
    }

    private static TrainingConfig? Parse(string threshold) => TrainingConfigFile.Parse("c.yaml", Text(threshold), []);

    private static string Text(string threshold) => $"task: binary\nlabel: y\nevaluation:\n  threshold: {threshold}\n";
}
