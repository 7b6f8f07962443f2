using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Backtests;

namespace MlOps.Build.Engine.Tests.Evaluation.Backtests;

public sealed class TimeWindowTests
{
    // sklearn.model_selection.TimeSeriesSplit(n_splits=4) on 80 rows: [(len(a), b[0], b[-1]) for a, b in split]
    [Fact]
    public void Expanding_windows_are_those_of_scikit_learn()
    {
        var windows = Windows("windows: 4");
        windows.Select(window => (window.Train.Length + window.Validation.Length, window.Held[0], window.Held[^1]))
            .ShouldBe([(16, 16, 31), (32, 32, 47), (48, 48, 63), (64, 64, 79)]);
        windows.Select(window => window.Train[0]).ShouldAllBe(first => first == 0);
    }

    // TimeSeriesSplit(n_splits=4, max_train_size=16)
    [Fact]
    public void Rolling_windows_learn_from_as_many_rows_as_the_first() =>
        Windows("windows: 4, kind: rolling").Select(window => (window.Train[0], window.Train.Length + window.Validation.Length, window.Held[0]))
            .ShouldBe([(0, 16, 16), (16, 16, 32), (32, 16, 48), (48, 16, 64)]);

    [Fact]
    public void The_first_window_may_learn_from_a_larger_share() =>
        Windows("windows: 4, initial: 0.6").Select(window => (window.Held[0], window.Held.Length))
            .ShouldBe([(48, 8), (56, 8), (64, 8), (72, 8)]);

    [Fact]
    public void Validation_lies_between_training_and_the_window_and_dates_are_told()
    {
        foreach (var window in Windows("windows: 4"))
        {
            window.Train[^1].ShouldBeLessThan(window.Validation[0]);
            window.Validation[^1].ShouldBeLessThan(window.Held[0]);
        }

        Windows("windows: 4")[0].ShouldSatisfyAllConditions(
            window => window.From.ShouldBe("2020-01-17"), window => window.To.ShouldBe("2020-02-01"));
    }

    [Fact]
    public void Rows_of_one_time_are_never_divided()
    {
        var csv = BacktestSamples.Daily(100).Replace("2020-01-18", "2020-01-16", StringComparison.Ordinal)
            .Replace("2020-01-17", "2020-01-16", StringComparison.Ordinal);
        var input = BacktestSamples.Input(csv, BacktestSamples.ByTime + "evaluation: { backtest: { windows: 4 } }");
        var windows = new TimeWindows(input, input.Config.Evaluation.Backtest!).Windows([]).ShouldNotBeNull();
        windows[0].Held[0].ShouldBe(15);
    }

    [Fact]
    public void More_windows_than_times_are_refused()
    {
        var days = BacktestSamples.Daily(100).Replace("2020-01", "2020-03", StringComparison.Ordinal);
        var csv = System.Text.RegularExpressions.Regex.Replace(days, "2020-0(.)-..", "2020-0$1-01");
        var input = BacktestSamples.Input(csv, "split: { by: time, column: day, validation: 0.1, test: 0.1 }\nevaluation: { backtest: { windows: 9 } }");
        DiagnosticBag diagnostics = [];
        new TimeWindows(input, input.Config.Evaluation.Backtest!).Windows(diagnostics).ShouldBeNull();
        diagnostics.Single().ToString().ShouldStartWith("c.yaml(5,15): error MLOPS4132: 'day' has 2 different times in the training and validation rows; 9 windows need 10.");
    }

    private static IReadOnlyList<BacktestRows> Windows(string backtest)
    {
        var input = BacktestSamples.Input(BacktestSamples.Daily(100), BacktestSamples.ByTime + $"evaluation: {{ backtest: {{ {backtest} }} }}");
        return new TimeWindows(input, input.Config.Evaluation.Backtest!).Windows([]).ShouldNotBeNull();
    }
}
