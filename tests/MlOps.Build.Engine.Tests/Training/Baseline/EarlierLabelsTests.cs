using System.Text.Json;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training.Baseline;

namespace MlOps.Build.Engine.Tests.Training.Baseline;

/// <summary>Naive forecasts of two series against pandas; see <c>Expected/make_naive.py</c>.</summary>
public sealed class EarlierLabelsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Training", "Baseline", "Expected");

    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "naive.json"))).RootElement;

    [Theory]
    [InlineData("last_value", "lastValue")]
    [InlineData("{ seasonal: 7 }", "seasonal")]
    [InlineData("{ last_value: 1, group: location }", "lastValueByLocation")]
    [InlineData("{ seasonal: 7, group: location }", "seasonalByLocation")]
    [InlineData("{ seasonal: 50, group: location }", "tooFarBack")]
    public void A_naive_forecast_is_the_shifted_series_of_pandas(string baseline, string expected)
    {
        var forecast = Score(baseline).Scores;
        var values = Expected.GetProperty(expected).GetProperty("forecast").EnumerateArray().Select(value => value.GetDouble()).ToList();
        forecast.Length.ShouldBe(values.Count);
        for (var i = 0; i < values.Count; i++)
            ((double)forecast[i]).ShouldBe(values[i], 1e-6, $"row {i}");
    }

    [Fact]
    public void The_median_is_that_of_the_training_labels() =>
        Score("median").Scores.ShouldAllBe(score => Math.Abs(score - Expected.GetProperty("median").GetDouble()) < 1e-6);

    [Fact]
    public void A_baseline_says_in_words_what_it_is()
    {
        Score("{ seasonal: 7, group: location }").DisplayName.ShouldBe("seasonal, 7 times before, by location");
        Score("{ last_value: 3 }").DisplayName.ShouldBe("value 3 times before");
        Score("last_value").ShouldSatisfyAllConditions(
            score => score.DisplayName.ShouldBe("last value"), score => score.Name.ShouldBe("last_value"));
    }

    private static ReferenceScores Score(string baseline)
    {
        var table = Tables.Csv(File.ReadAllText(Path.Combine(Folder, "weather.csv")));
        var config = Tables.Config("task: regression\nlabel: temp_max\nsplit: { by: time, column: date, validation_from: 2012-02-10, "
            + $"test_from: 2012-02-15 }}\nevaluation: {{ baselines: [{baseline}] }}");
        var label = LabelBuilder.Build(table, config, []).ShouldNotBeNull();
        var split = Splitter.Split(table, Tables.Schema(table), config, label, []).ShouldNotBeNull();
        // pandas has no validation part: its mean is over all rows before the test rows.
        return NaiveBaselines.Of(config, table, label, split with { Train = [.. split.Train, .. split.Validation] }, []).Single();
    }
}
