using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>What an evaluation holds beside metrics when it is asked for.</summary>
public sealed class EvaluationExtrasTests
{
    [Fact]
    public void I_can_compare_a_forecast_with_the_last_value_and_the_season()
    {
        using var model = new TinyModel();
        var weather = Path.Combine(AppContext.BaseDirectory, "Training", "Baseline", "Expected", "weather.csv");
        model.Write("data.csv", File.ReadAllText(weather));
        model.Write("training-config.yaml", "task: regression\nlabel: temp_max\nsplit: { by: time, column: date }\n"
            + "evaluation: { baselines: [last_value, { seasonal: 7, group: location }, median] }\n");
        model.Write("validation-checklist.md", "- [ ] A season is worse than the last value `seasonal.rmse - last_value.rmse > -1000`\n");
        model.RunTo(StageNames.Gate).Succeeded.ShouldBeTrue();
        Evaluation(model).References.Select(reference => reference.Name).ShouldBe(["baseline", "last_value", "seasonal", "median"]);
    }

    [Fact]
    public void A_model_of_shuffled_labels_is_judged_beside_the_model_and_has_an_item_of_the_default_checklist()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { shuffled_labels: true }\n");
        var backtest = model.RunTo(StageNames.Backtest);
        (backtest.State, backtest.Headline).ShouldBe((StageState.Ran, "trained once more on shuffled labels"));
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var shuffled = Evaluation(model).References.Single(reference => reference.Name == "shuffled");
        shuffled.Metrics.Single(metric => metric.Name == "auc").Value.ShouldNotBeNull();
        var gate = JsonSerializer.Deserialize(File.ReadAllBytes(model.File("obj/mlops/gate/gate.json")), ContractsJson.Default.GateSummary)!;
        gate.Items.ShouldContain(item => item.Expression == "shuffled.auc <= 0.6");
    }

    [Fact]
    public void Groups_are_searched_unless_that_is_switched_off()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { minimum_slice_rows: 5 }\n");
        model.Write("validation-checklist.md", "- [ ] No group does worse than the rest `found_slices <= 3`\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        Evaluation(model).FoundSlices.ShouldNotBeNull().Columns.ShouldBe(2);
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain("groups were looked at");
        model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { find_slices: false }\n");
        model.RunTo(StageNames.Gate);
        Evaluation(model).FoundSlices.ShouldBeNull();
    }

    [Theory]
    [InlineData("gradient-boosted-trees", true)]
    [InlineData("random-forest", true)]
    [InlineData("logistic-regression", false)]
    public void Columns_of_trees_have_the_magnitudes_of_their_Shapley_values(string trainer, bool expected)
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + $"trainer: {trainer}\nevaluation: {{ dependence: false }}\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var importances = Evaluation(model).Importances;
        importances.ShouldAllBe(importance => importance.Attribution.HasValue == expected);
        if (expected)
            importances.ShouldContain(importance => importance.Attribution > 0);
        File.ReadAllText(model.File("bin/mlops/report.html")).Contains("mean |SHAP|", StringComparison.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public void Partial_dependence_is_measured_unless_that_is_switched_off()
    {
        using var model = new TinyModel();
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var curves = Evaluation(model).Dependence;
        curves.ShouldNotBeEmpty();
        curves.ShouldAllBe(curve => curve.Points.Count > 1 && curve.Points.All(point => point.Means.Count == 1));
        File.ReadAllText(model.File("bin/mlops/report.html")).ShouldContain("id=\"dependence-1\"");
        model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { dependence: false }\n");
        model.RunTo(StageNames.Gate);
        Evaluation(model).Dependence.ShouldBeEmpty();
    }

    [Fact]
    public void Partial_dependence_shows_no_values_of_a_sensitive_column()
    {
        using var model = new TinyModel();
        model.Write("schema.yaml", "columns:\n  - name: width\n    type: int64\n    sensitive: true\n  - name: height\n    type: int64\n  - name: good\n    type: string\n");
        model.RunTo(StageNames.Gate).Succeeded.ShouldBeTrue();
        Evaluation(model).Dependence.ShouldNotContain(curve => curve.Column == "width");
    }

    [Fact]
    public void Groups_are_compared_for_fairness_in_evidence_report_and_checklist()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { fairness: [{ column: width, edges: [50] }], minimum_slice_rows: 5 }\n");
        model.Write("validation-checklist.md", "- [ ] Treated alike `warn: disparate_impact(\"width\") >= 0.8`\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        Evaluation(model).Fairness.ShouldHaveSingleItem().Groups.Count.ShouldBeGreaterThan(1);
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain("disparate impact (ratio)");
    }

    [Theory]
    [InlineData("evaluation: { fairness: [with] }", "MLOPS2001: 'evaluation.fairness' names the column 'with'")]
    [InlineData("evaluation: { baselines: [median] }", "MLOPS4134: the baseline 'median' is a number; 'task' is not regression.")]
    [InlineData("evaluation: { baselines: [seasonal] }", "MLOPS0103: 'evaluation.baselines[0]' is 'seasonal'; expected a whole number.")]
    [InlineData("evaluation: { baselines: [{ season: 7 }] }", "MLOPS0104: unknown key 'season' in 'evaluation.baselines[0]'. Did you mean 'seasonal'?")]
    [InlineData("evaluation: { baselines: [median, median] }", "MLOPS0103: 'evaluation.baselines' names one twice")]
    public void A_baseline_that_does_not_fit_is_refused_before_anything_is_trained(string setting, string expected)
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + setting + "\n");
        model.RunTo(StageNames.Report).Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldContain(line => line.Contains(expected));
    }

    [Fact]
    public void A_last_value_needs_an_order_in_time()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", "task: regression\nlabel: width\nevaluation: { baselines: [last_value] }\n");
        model.RunTo(StageNames.Report).Diagnostics.ShouldContain(item => item.Code == EvaluationCodes.BaselineDoesNotFit && item.Message.Contains("by time"));
    }

    private static EvaluationSummary Evaluation(TinyModel model) => JsonSerializer.Deserialize(
        File.ReadAllBytes(model.File("obj/mlops/evaluate/evaluation.json")), ContractsJson.Default.EvaluationSummary)!;
}
