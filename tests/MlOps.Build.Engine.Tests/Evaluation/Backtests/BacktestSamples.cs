using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Tests.Evaluation.Backtests;

/// <summary>Small tables for backtests.</summary>
internal static class BacktestSamples
{
    public const string ByTime = "split: { by: time, column: day, validation: 0.1, test: 0.2 }\n";

    /// <summary>A row each day; the binary label follows <c>x</c> with some noise.</summary>
    public static string Daily(int rows, Func<int, int, int>? change = null)
    {
        var random = new SeededRandom(3);
        var text = new StringBuilder("day,site,x,y\n");
        for (var row = 0; row < rows; row++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var x = random.Next(100);
            var y = x + random.Next(60) > 80 ? "yes" : "no";
            text.Append(CultureInfo.InvariantCulture, $"{day},s{random.Next(9)},{change?.Invoke(row, x) ?? x},{y}\n");
        }

        return text.ToString();
    }

    public static BacktestInput Input(string csv, string settings, int threads = 1)
    {
        var table = Tables.Csv(csv);
        return Input(table, Tables.Config("task: binary\nlabel: { column: y, positive: [yes] }\ntrainer: logistic-regression\n" + settings), threads);
    }

    public static BacktestInput Input(Table table, TrainingConfig config, int threads = 1)
    {
        var diagnostics = new DiagnosticBag();
        var schema = Tables.Schema(table);
        var label = LabelBuilder.Build(table, config, diagnostics).ShouldNotBeNull();
        var split = Splitter.Split(table, schema, config, label, diagnostics);
        diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return new BacktestInput { Table = table, Schema = schema, Config = config, Label = label, Split = split.ShouldNotBeNull(), Threads = threads };
    }

    public static BacktestSummary Run(BacktestInput input)
    {
        var diagnostics = new DiagnosticBag();
        var backtester = new Backtester(input, input.Config.Evaluation.Backtest.ShouldNotBeNull(), TestContext.Current.CancellationToken);
        var summary = backtester.Run(diagnostics, null);
        diagnostics.ShouldBeEmpty();
        return summary.ShouldNotBeNull();
    }
}
