using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Slices;

namespace MlOps.Build.Engine.Tests.Evaluation.Fairness;

/// <summary>Expected values: scikit-learn, pandas and NumPy; see <c>Expected/make_fairness.py</c>.</summary>
public sealed class FairnessTests
{
    // Percentiles of 4,000 draws against those of 20,000.
    private const double IntervalSlack = 0.015;

    private static readonly JsonElement Expected = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Expected", "fairness.json"))).RootElement;

    [Fact]
    public void Rates_and_metrics_of_groups_are_those_of_scikit_learn_and_pandas()
    {
        var fairness = Samples.Evaluate(Request()).Fairness.ShouldHaveSingleItem();
        fairness.Column.ShouldBe("Sex");
        fairness.Groups.Select(group => group.Value).ShouldBe(["A", "B", "C"]);
        foreach (var group in fairness.Groups)
        {
            var rates = Numbers(Expected.GetProperty("rates").GetProperty(group.Value));
            group.SelectionRate.ShouldBe(rates[0], 1e-12);
            group.TruePositiveRate!.Value.ShouldBe(rates[1], 1e-12);
            group.FalsePositiveRate!.Value.ShouldBe(rates[2], 1e-12);
        }

        fairness.Metrics.Select(metric => metric.Name).ShouldBe(
            ["demographic_parity_difference", "disparate_impact", "equal_opportunity_difference", "equalized_odds_difference"]);
        var (values, lows, highs) = (Numbers("metrics"), Numbers("lows"), Numbers("highs"));
        for (var i = 0; i < values.Length; i++)
        {
            fairness.Metrics[i].Value!.Value.ShouldBe(values[i], 1e-12);
            fairness.Metrics[i].Low!.Value.ShouldBe(lows[i], IntervalSlack);
            fairness.Metrics[i].High!.Value.ShouldBe(highs[i], IntervalSlack);
        }
    }

    [Fact]
    public void Intervals_do_not_depend_on_the_number_of_threads() =>
        Samples.Evaluate(Request() with { Threads = 3 }).Fairness.Single().Metrics
            .ShouldBe(Samples.Evaluate(Request() with { Threads = 1 }).Fairness.Single().Metrics);

    [Fact]
    public void A_row_of_weight_two_counts_as_two_rows()
    {
        var request = Request();
        var twice = Enumerable.Range(0, request.Labels.Length).SelectMany(row => row % 3 == 0 ? [row, row] : new[] { row }).ToArray();
        var doubled = request with
        {
            Labels = Array.ConvertAll(twice, row => request.Labels[row]),
            Scores = [.. twice.SelectMany(row => new[] { request.Scores[2 * row], request.Scores[(2 * row) + 1] })],
            Fairness = [new SliceColumn("Sex", [.. twice.Select(row => request.Fairness[0].Values[row])])],
        };
        var weighted = request with { Weights = [.. Enumerable.Range(0, request.Labels.Length).Select(row => row % 3 == 0 ? 2.0 : 1)] };
        Values(weighted).ShouldBe(Values(doubled), 1e-12);
    }

    [Fact]
    public void A_group_without_positive_rows_leaves_equal_opportunity_undefined_and_says_why()
    {
        var request = Request();
        var groups = request.Fairness[0].Values;
        var labels = request.Labels.Select((label, row) => groups[row] == "C" ? 0 : label).ToArray();
        var fairness = Samples.Evaluate(request with { Labels = labels }).Fairness.Single();
        fairness.Groups[2].TruePositiveRate.ShouldBeNull();
        fairness.Metrics[2].ShouldBe(new MetricValue { Name = "equal_opportunity_difference", Reason = "a group has no positive rows" });
        fairness.Metrics[0].Value.ShouldNotBeNull();
    }

    [Fact]
    public void One_group_alone_is_not_compared() =>
        Samples.Evaluate(Request() with { Fairness = [new SliceColumn("Sex", [.. Enumerable.Repeat("A", 600)])] }).Fairness.ShouldBeEmpty();

    private static double[] Values(EvaluationRequest request) =>
        [.. Samples.Evaluate(request).Fairness.Single().Metrics.Select(metric => metric.Value!.Value)];

    private static EvaluationRequest Request() =>
        Samples.Request(
            [.. Numbers("labels").Select(label => (float)label)],
            [.. Numbers("scores").Select(score => (float)score)]) with
        {
            Fairness = [new SliceColumn("Sex", [.. Expected.GetProperty("groups").EnumerateArray().Select(item => item.GetString())])],
            Config = new EvaluationConfig { Resamples = 4000, Threshold = 0.4f },
        };

    private static double[] Numbers(string name) => Numbers(Expected.GetProperty(name));

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];
}
