using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training.Baseline;
using MlOps.Build.Engine.Training.Smoothing;

namespace MlOps.Build.Engine.Tests.Training.Smoothing;

/// <summary>Expected values: statsmodels 0.13 and SciPy, on the airline passengers of Box and Jenkins.</summary>
public sealed class SmoothingTests
{
    private const string Split = "split: { by: time, column: day, validation_from: 2000-03-20, test_from: 2000-04-10 }\n";

    public static TheoryData<string> Names => [.. SmoothingCase.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_start_is_that_of_statsmodels(string name)
    {
        var expected = Case(name);
        var start = SmoothingStart.Of(expected.Form, expected.Values[..expected.Train]);
        start.Level.ShouldBe(expected.Level, 1e-9 * Math.Abs(expected.Level));
        start.Slope.ShouldBe(expected.Slope, 1e-9 * Math.Max(1, Math.Abs(expected.Slope)));
        start.Seasons.Count.ShouldBe(expected.Seasons.Length);
        for (var i = 0; i < start.Seasons.Count; i++)
            start.Seasons[i].ShouldBe(expected.Seasons[i], 1e-9 * Math.Max(1, Math.Abs(expected.Seasons[i])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_is_forecast_as_statsmodels_does(string name)
    {
        var expected = Case(name);
        var weights = new SmoothingWeights(expected.Weights[0], expected.Weights[1], expected.Weights[2], expected.Weights[3]);
        var state = SmoothingStart.Of(expected.Form, expected.Values[..expected.Train]);
        state.SquaredError(weights, expected.Values[..expected.Train]).ShouldBe(expected.Sse, 1e-8 * expected.Sse);
        var forecasts = new double[expected.Values.Length];
        for (var i = 0; i < forecasts.Length; i++)
        {
            forecasts[i] = state.Forecast(weights);
            forecasts[i].ShouldBe(expected.Forecast[i], 1e-7 * expected.Forecast[i], $"step {i}");
            state.Learn(weights, expected.Values[i]);
        }

        ShouldScore(forecasts, expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fitted_weights_are_as_good_as_the_best_that_SciPy_finds_within_the_bounds_of_statsmodels(string name)
    {
        var expected = Case(name);
        var values = expected.Values[..expected.Train];
        var fit = SmoothingFit.Of(expected.Form, values);
        fit.Start.SquaredError(fit.Weights, values).ShouldBeLessThanOrEqualTo(expected.Sse * (1 + 1e-6));
        fit.Weights.Level.ShouldBeInRange(0, 1);
        fit.Weights.Slope.ShouldBeInRange(0, fit.Weights.Level);
        fit.Weights.Season.ShouldBeInRange(0, 1 - fit.Weights.Level);
        SmoothingFit.Of(expected.Form, values).Weights.ShouldBe(fit.Weights);
    }

    // With a weight of 1 the level is the last value.
    [Fact]
    public void A_walk_is_forecast_by_its_last_value_and_a_line_by_its_slope()
    {
        double[] line = [.. Enumerable.Range(0, 30).Select(i => 5 + (3.0 * i))];
        var state = SmoothingStart.Of(new SmoothingForm(TrendForm.Additive, SeasonForm.None, 1), line);
        (state.Level, state.Slope).ShouldBe((2, 3));
        var fit = SmoothingFit.Of(new SmoothingForm(TrendForm.Additive, SeasonForm.None, 1), line);
        fit.Start.SquaredError(fit.Weights, line).ShouldBe(0, 1e-18);
    }

    [Fact]
    public void Each_series_is_forecast_from_its_own_past_and_a_short_one_by_the_mean()
    {
        var (alone, both) = (Scores(["a"], "[{ exponential_smoothing: 7 }]"), Scores(["a", "b", "short"], "[{ exponential_smoothing: 7, group: site }]"));
        both.DisplayName.ShouldBe("exponential smoothing, additive season of 7, by site");
        both.Name.ShouldBe("exponential_smoothing");
        var own = both.Scores.Where((_, i) => i % 3 == 0).ToArray();
        own.ShouldBe(alone.Scores);
        // A level and a season without noise are known exactly.
        for (var i = 0; i < own.Length; i++)
            ((double)own[i]).ShouldBe(Value("a", 100 + i), 1e-4);
        both.Scores.Where((_, i) => i % 3 == 2).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_factor_for_labels_that_are_not_above_0_is_refused()
    {
        var diagnostics = new DiagnosticBag();
        Reference(["zero"], "[{ exponential_smoothing: 7, season: multiplicative }]", diagnostics).ShouldBeEmpty();
        diagnostics.Single().ToString().ShouldEndWith(
            "error MLOPS4138: the baseline 'exponential_smoothing' has a multiplicative season, which needs labels above 0, and 'y' is 0 at a time. Write 'season: additive'.");
    }

    // The metrics of the report, on the values after the training.
    private static void ShouldScore(double[] forecasts, SmoothingCase expected)
    {
        var labels = Array.ConvertAll(expected.Values, value => (float)value);
        var naive = Enumerable.Range(expected.Length, expected.Train - expected.Length).Average(i => Math.Abs((double)labels[i] - labels[i - expected.Length]));
        var sample = new MetricSample(new ScoredRows(
            LearningTask.Regression, 0, labels[expected.Train..], Array.ConvertAll(forecasts[expected.Train..], value => (float)value), 0.5, new RowContext { NaiveError = naive }));
        MetricRegistry.Find("rmse")!.Compute(sample).Value.ShouldBe(expected.Rmse, 1e-5 * expected.Rmse);
        MetricRegistry.Find("mase")!.Compute(sample).Value.ShouldBe(expected.Mase, 1e-5 * expected.Mase);
    }

    private static SmoothingCase Case(string name) => SmoothingCase.All.Single(item => item.Name == name);

    private static double Value(string site, int day) => site == "zero" ? day % 7 : (site == "a" ? 20 : 50) + (day % 7 * (day % 7));

    private static ReferenceScores Scores(string[] sites, string baselines) => Reference(sites, baselines, []).Single();

    // 115 days: the test rows are the last 15 of them.
    private static IReadOnlyList<ReferenceScores> Reference(string[] sites, string baselines, DiagnosticBag diagnostics)
    {
        var rows = Enumerable.Range(0, 115).SelectMany(day => sites.Where(site => site != "short" || day >= 75).Select(site => string.Create(
            CultureInfo.InvariantCulture, $"{new DateOnly(2000, 1, 1).AddDays(day):yyyy-MM-dd},{site},{Value(site, day)}")));
        var table = Tables.Csv("day,site,y\n" + string.Join('\n', rows) + "\n");
        var config = Tables.Config($"task: regression\nlabel: y\n{Split}evaluation: {{ baselines: {baselines} }}");
        var label = LabelBuilder.Build(table, config, []).ShouldNotBeNull();
        var split = Splitter.Split(table, Tables.Schema(table), config, label, []).ShouldNotBeNull();
        return NaiveBaselines.Of(config, table, label, split, diagnostics);
    }
}
