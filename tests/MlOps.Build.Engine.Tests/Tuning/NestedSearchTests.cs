using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Tests.Evaluation.Backtests;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>
/// Nested cross-validation against scikit-learn's logistic regression, scaler, grid search and log loss on the same folds: <c>Expected/make_nested.py</c>.
/// </summary>
public sealed class NestedSearchTests
{
    private const string Settings = """
        split: { by: stratified, validation: 0.1, test: 0.2 }
        features: [x, z]
        hyperparameters: { l2: [0.01, 1, 30, 200], tolerance: 1e-12, max_iterations: 5000 }
        tuning: { method: grid, metric: log_loss, folds: 3, nested: 4 }
        """;

    [Fact]
    public void The_estimate_is_scikit_learns_on_the_same_folds()
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Tuning", "Expected", "nested.json")));
        var input = Input();
        FoldsOf(input).ShouldBe(expected.RootElement.GetProperty("folds").GetString());
        var estimate = Run(input);
        var values = expected.RootElement.GetProperty("outer").EnumerateArray().ToList();
        estimate.Folds.Count.ShouldBe(values.Count);
        foreach (var (fold, value) in estimate.Folds.Zip(values))
        {
            fold.Settings["l2"].ShouldBe(value.GetProperty("l2").GetDouble());
            fold.Searched!.Value.ShouldBe(value.GetProperty("searched").GetDouble(), 1e-5);
            fold.Value!.Value.ShouldBe(value.GetProperty("value").GetDouble(), 1e-5);
        }

        estimate.Mean!.Value.ShouldBe(expected.RootElement.GetProperty("mean").GetDouble(), 1e-5);
        estimate.Low!.Value.ShouldBe(expected.RootElement.GetProperty("low").GetDouble(), 1e-4);
        estimate.High!.Value.ShouldBe(expected.RootElement.GetProperty("high").GetDouble(), 1e-4);
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

    // Of each outer fold and of the folds inside the others the rows that judge and those that are learned from: what scikit-learn is given.
    private static string FoldsOf(TuningInput input)
    {
        var outer = Maker(input).OfFolds(input.Tuning.Folds! with { Count = 4 }, "tuning.nested", TestContext.Current.CancellationToken)!;
        return string.Join('/', outer.Select(rows => string.Join(';', Maker(input with { Split = rows.Split })
            .Make(TestContext.Current.CancellationToken)!.Prepend(rows)
            .Select(fold => $"{string.Join(',', fold.Split.Test)}|{string.Join(',', fold.Split.Train)}"))));
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
