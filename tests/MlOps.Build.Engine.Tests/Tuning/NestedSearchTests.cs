using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Tests.Evaluation.Backtests;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>Nested cross-validation: what judges has no part in the search, and the interval is the published one.</summary>
public sealed class NestedSearchTests
{
    private const string Settings = """
        split: { by: stratified, validation: 0.1, test: 0.2 }
        features: [x, z]
        hyperparameters: { l2: [0.01, 1, 30, 200], tolerance: 1e-12, max_iterations: 5000 }
        tuning: { method: grid, metric: log_loss, folds: 3, nested: 4 }
        """;

    // Student's t at 97.5 % with three degrees of freedom, from published tables.
    private const double T3 = 3.182446305284263;

    [Fact]
    public void The_interval_is_that_of_a_mean_over_folds_that_share_training_rows()
    {
        var input = Input();
        var estimate = Run(input);
        estimate.Folds.Count.ShouldBe(4);
        estimate.Folds.ShouldAllBe(fold => fold.Value != null && fold.Settings.ContainsKey("l2"));
        double[] values = [.. estimate.Folds.Select(fold => fold.Value!.Value)];
        var mean = values.Average();
        // s² (1/J + n_test/n_train), Nadeau and Bengio (2003), equation 8.
        var share = estimate.Folds.Sum(fold => (double)fold.Rows) / estimate.Folds.Sum(fold => (double)fold.TrainingRows);
        var half = T3 * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / 3 * (0.25 + share));
        estimate.Mean!.Value.ShouldBe(mean, 1e-12);
        estimate.Low!.Value.ShouldBe(mean - half, 1e-9);
        estimate.High!.Value.ShouldBe(mean + half, 1e-9);
    }

    [Fact]
    public void No_outer_fold_and_no_test_row_is_in_the_search_that_it_judges()
    {
        var input = Input();
        var outer = Maker(input).OfFolds(input.Tuning.Folds! with { Count = 4 }, "tuning.nested", TestContext.Current.CancellationToken)!;
        outer.SelectMany(rows => rows.Split.Test).Order().ShouldBe(input.Split.Train.Concat(input.Split.Validation).Order());
        foreach (var rows in outer)
        {
            foreach (var inner in Maker(input with { Split = rows.Split }).Make(TestContext.Current.CancellationToken)!)
                inner.Rows.Intersect(rows.Split.Test.Concat(input.Split.Test)).ShouldBeEmpty();
        }
    }

    private static NestedEstimate Run(TuningInput input)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-").FullName;
        try
        {
            var diagnostics = new DiagnosticBag();
            var nested = new NestedSearch(
                input, MetricRegistry.Find("log_loss")!, fold => TrialFile.Open(Path.Combine(folder, $"{fold}"), "key"), TestContext.Current.CancellationToken);
            var estimate = nested.Run(TimeProvider.System, diagnostics, null);
            diagnostics.ShouldBeEmpty();
            return estimate.ShouldNotBeNull();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TrialRowsMaker Maker(TuningInput input) => new(input, MetricRegistry.Find("log_loss")!, []);

    private static TuningInput Input()
    {
        var csv = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tuning", "Expected", "nested.csv"));
        var backtest = BacktestSamples.Input(csv, Settings);
        return new TuningInput
        {
            Config = backtest.Config,
            Trainer = TrainerCatalog.Find(backtest.Config.Trainer)!,
            Label = backtest.Label,
            Split = backtest.Split,
            Features = null,
            Table = backtest.Table,
            Schema = backtest.Schema,
            Threads = 2,
        };
    }
}
