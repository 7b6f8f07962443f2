using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

public sealed class BacktestStageTests
{
    [Fact]
    public void A_project_that_does_not_ask_has_no_backtest_and_stays_up_to_date()
    {
        using var model = new TinyModel();
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        File.Exists(model.File("obj/mlops/backtest/backtest.json")).ShouldBeFalse();
        model.Write("training-config.yaml", TinyModel.Configuration + "seed: 5\n");
        var again = model.RunTo(StageNames.Backtest);
        (again.State, again.Headline).ShouldBe((StageState.UpToDate, ""));
    }

    [Fact]
    public void I_can_gate_on_the_worst_fold_and_read_all_of_them_in_the_report()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { backtest: { folds: 3, repeats: 2 } }\n");
        model.Write("validation-checklist.md", "- [ ] Every fold ranks better than chance `min(windows().auc) > 0.5`\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var backtest = Read(model, "backtest/backtest.json", ContractsJson.Default.BacktestSummary);
        backtest.Windows.Count.ShouldBe(6);
        var item = Read(model, "gate/gate.json", ContractsJson.Default.GateSummary).Items.Single();
        item.Observed.ShouldBe(backtest.Windows.Min(window => window.Metrics.Single(metric => metric.Name == "auc").Value));
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain("3 folds, 2 times");
        model.RunTo(StageNames.Backtest).State.ShouldBe(StageState.UpToDate);
    }

    [Theory]
    [InlineData("evaluation: { backtest: { windows: 3 } }", "MLOPS4131: 'windows' need a split by time; the split is stratified.")]
    [InlineData("evaluation: { backtest: { windows: 3, folds: 2 } }", "MLOPS0105: 'evaluation.backtest.windows' is missing.")]
    [InlineData("evaluation: { backtest: { windows: 3, repeats: 2 } }", "MLOPS0103: 'repeats' belongs to 'folds'")]
    [InlineData("evaluation: { backtest: { folds: 3, kind: rolling } }", "MLOPS0103: 'kind' and 'initial' belong to 'windows'.")]
    public void A_backtest_that_does_not_fit_is_refused_before_anything_is_trained(string setting, string expected)
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + setting + "\n");
        var outcome = model.RunTo(StageNames.Report);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldContain(line => line.Contains(expected));
    }

    [Fact]
    public void Windows_without_a_backtest_are_a_mistake_in_the_checklist()
    {
        using var model = new TinyModel();
        model.Write("validation-checklist.md", "- [ ] Steady `min(windows().auc) > 0.5`\n");
        model.RunTo(StageNames.Split).Diagnostics.ShouldContain(item => item.Message.Contains("declare 'backtest'"));
    }

    [Fact]
    public void The_backtest_is_a_part_of_the_package_and_its_key_of_the_lineage_when_there_is_one()
    {
        using var model = new TinyModel();
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var state = new StateFolder(model.Project.StateFolder);
        PackageContents.Files(state).Keys.ShouldNotContain(PartNames.Backtest);
        Read(model, "package/lineage.json", ContractsJson.Default.Lineage).Stages.Keys.ShouldNotContain(StageNames.Backtest);

        model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { backtest: { folds: 3 } }\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        PackageContents.Files(state)[PartNames.Backtest].ShouldBe(model.File("obj/mlops/backtest/backtest.json"));
        Read(model, "package/lineage.json", ContractsJson.Default.Lineage).Stages[StageNames.Backtest]
            .ShouldBe(state.Receipt(StageNames.Backtest)!.Key);
    }

    // Hyndman and Koehler, 2006, equation for MASE: the mean absolute error over that of the naive forecast in the training rows, here written out.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Windows_are_scaled_by_the_naive_forecast_of_their_own_past(int season)
    {
        using var model = new TinyModel();
        var labels = Enumerable.Range(0, 150).Select(i => (i * 53 % 89) + (10 * (i % 7))).ToArray();
        var rows = labels.Select((label, i) => (i, label)).Reverse()
            .Select(row => $"{new DateOnly(2026, 1, 1).AddDays(row.i):yyyy-MM-dd},{row.i * 37 % 101},{row.label}");
        model.Write("data.csv", "day,x,y\n" + string.Join('\n', rows) + "\n");
        model.Write("training-config.yaml", "task: regression\nlabel: y\nsplit: { by: time, column: day }\n"
            + $"evaluation: {{ season: {season}, backtest: {{ windows: 3 }} }}\n");
        model.RunTo(StageNames.Backtest).Succeeded.ShouldBeTrue();
        foreach (var window in Read(model, "backtest/backtest.json", ContractsJson.Default.BacktestSummary).Windows)
        {
            var past = Enumerable.Range(season, window.TrainingRows - season).Average(i => Math.Abs((double)labels[i] - labels[i - season]));
            Value(window, "mase").ShouldBe(Value(window, "mae") / past, 1e-12, window.Name);
        }
    }

    private static double Value(BacktestWindow window, string metric) => window.Metrics.Single(value => value.Name == metric).Value!.Value;

    private static T Read<T>(TinyModel model, string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(model.File("obj/mlops/" + file)), type)!;
}
