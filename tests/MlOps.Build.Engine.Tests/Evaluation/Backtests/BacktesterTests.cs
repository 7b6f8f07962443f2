using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Tests.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation.Backtests;

public sealed class BacktesterTests
{
    private const string Windows = BacktestSamples.ByTime + "evaluation: { backtest: { windows: 3 } }";

    [Fact]
    public void Each_window_has_metrics_beside_those_of_the_baseline()
    {
        var summary = BacktestSamples.Run(BacktestSamples.Input(BacktestSamples.Daily(300), Windows));
        summary.Method.ShouldBe("3 expanding windows by day");
        summary.Windows.Select(window => (window.Name, window.TrainingRows, window.Rows))
            .ShouldBe([("window 1", 60, 60), ("window 2", 120, 60), ("window 3", 180, 60)]);
        summary.Windows.ShouldAllBe(window => window.Metrics.Metric("auc").Value > 0.8 && window.Baseline.Metric("auc").Value == 0.5);
        var auc = summary.Metrics.Single(metric => metric.Name == "auc");
        auc.Mean!.Value.ShouldBe(summary.Windows.Average(window => window.Metrics.Metric("auc").Value!.Value), 1e-15);
        auc.Low.ShouldBeNull();
    }

    [Fact]
    public void Nothing_after_a_window_and_no_test_row_changes_what_it_shows()
    {
        var before = BacktestSamples.Run(BacktestSamples.Input(BacktestSamples.Daily(300), Windows));
        var later = BacktestSamples.Run(BacktestSamples.Input(BacktestSamples.Daily(300, (row, x) => row < 180 ? x : 7 * x), Windows));
        var tested = BacktestSamples.Run(BacktestSamples.Input(BacktestSamples.Daily(300, (row, x) => row < 240 ? x : 7 * x), Windows));
        Json(tested).ShouldBe(Json(before));
        later.Windows[1].Metrics.ShouldBe(before.Windows[1].Metrics);
        later.Windows[2].Metrics.ShouldNotBe(before.Windows[2].Metrics);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_whatever_the_threads()
    {
        const string folds = "split: stratified\nevaluation: { backtest: { folds: 3, repeats: 2 } }";
        var one = Json(BacktestSamples.Run(BacktestSamples.Input(BacktestSamples.Daily(200), folds)));
        Json(BacktestSamples.Run(BacktestSamples.Input(BacktestSamples.Daily(200), folds, threads: 3))).ShouldBe(one);
        Json(BacktestSamples.Run(BacktestSamples.Input(BacktestSamples.Daily(200), "seed: 9\n" + folds))).ShouldNotBe(one);
    }

    [Fact]
    public void The_interval_over_folds_is_corrected_for_shared_training_rows()
    {
        var expected = ExpectedTails.Corrected;
        var windows = expected.GetProperty("values").EnumerateArray().Select((value, i) => new BacktestWindow
        {
            Name = $"fold {i + 1}",
            TrainingRows = expected.GetProperty("training").GetInt32(),
            Rows = expected.GetProperty("rows").GetInt32(),
            Metrics = [new MetricValue { Name = "auc", Value = value.GetDouble() }, new MetricValue { Name = "f1", Reason = "none" }],
        }).ToList();
        var metrics = BacktestStatistics.Of(windows, 0.95);
        foreach (var (name, value) in new[]
        {
            ("mean", metrics[0].Mean), ("standardDeviation", metrics[0].StandardDeviation), ("low", metrics[0].Low), ("high", metrics[0].High),
        })
        {
            ExpectedTails.ShouldBeClose(value.ShouldNotBeNull(), expected.GetProperty(name).GetDouble(), name);
        }

        metrics[1].ShouldBe(new BacktestMetric { Name = "f1", Windows = 0 });
    }

    [Fact]
    public void A_window_that_cannot_be_learned_says_why_and_does_not_stop_the_others()
    {
        var csv = System.Text.RegularExpressions.Regex.Replace(BacktestSamples.Daily(300), @"(2020-0[12]-..,s\d,\d+),yes", "$1,no");
        var input = BacktestSamples.Input(csv, Windows);
        DiagnosticBag diagnostics = [];
        var summary = new Backtester(input, input.Config.Evaluation.Backtest!, TestContext.Current.CancellationToken).Run(diagnostics, null).ShouldNotBeNull();
        summary.Windows[0].Reason.ShouldNotBeNull().ShouldStartWith("all ");
        summary.Windows[0].Metrics.ShouldBeEmpty();
        summary.Metrics.Single(metric => metric.Name == "auc").Windows.ShouldBe(2);
        diagnostics.Single().ToString().ShouldStartWith(
            "c.yaml(5,15): warning MLOPS4133: 1 of 3 windows or folds of the backtest could not be learned; window 1: all ");
    }

    private static string Json(BacktestSummary summary) => JsonSerializer.Serialize(summary, ContractsJson.Default.BacktestSummary);
}
