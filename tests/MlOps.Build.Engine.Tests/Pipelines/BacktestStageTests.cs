using System.Text.Json;
using MlOps.Build.Contracts;
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

    private static T Read<T>(TinyModel model, string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(model.File("obj/mlops/" + file)), type)!;
}
