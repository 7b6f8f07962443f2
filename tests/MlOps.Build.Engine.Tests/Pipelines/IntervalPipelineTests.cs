using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>Prediction intervals from the configuration to the package.</summary>
public sealed class IntervalPipelineTests : IDisposable
{
    private const string Configuration = "task: regression\nlabel: height\nfeatures: [width]\ntrainer: linear-regression\n";

    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_model_gives_intervals_that_are_judged_on_the_test_rows_and_may_be_asked_for_in_the_checklist()
    {
        _model.Write("training-config.yaml", Configuration
            + "intervals: { method: conformal, coverage: 0.8 }\nevaluation: { backtest: { folds: 2 }, slices: [good], minimum_slice_rows: 2 }\n");
        _model.Write("validation-checklist.md", "- [ ] Intervals hold `interval_coverage >= 0.5`\n- [ ] and are narrow `interval_width < 1000`\n");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var summary = _model.Json("train/" + StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary);
        var intervals = summary.Model.Intervals.ShouldNotBeNull();
        intervals.Rank.ShouldBe((int)Math.Ceiling((intervals.Rows + 1) * 0.8m));
        summary.Others.ShouldAllBe(other => other.Intervals == null);
        var evaluation = _model.Json("evaluate/" + StageFiles.EvaluationSummary, ContractsJson.Default.EvaluationSummary);
        Value(evaluation.Metrics, "interval_width").ShouldBe(2 * intervals.HalfWidth, 1e-5 * intervals.HalfWidth);
        evaluation.Metrics.Single(metric => metric.Name == "interval_coverage").Low.ShouldNotBeNull();
        Value(evaluation.Metrics, "interval_coverage").ShouldBe(CoveredByFile(), 1e-12);
        evaluation.References[0].Metrics.Single(metric => metric.Name == "interval_coverage").Reason.ShouldBe("the model gives no intervals");
        _model.Json("gate/gate.json", ContractsJson.Default.GateSummary).Items.ShouldAllBe(item => item.Verdict == Verdict.Pass);
        File.ReadAllText(_model.File("bin/mlops/report.md")).ShouldContain("Intervals are the prediction less and plus");
    }

    [Fact]
    public void The_package_promises_the_interval_and_its_golden_rows_hold_it()
    {
        _model.Write("training-config.yaml", Configuration + "intervals: { method: conformal }\n");
        _model.RunTo(StageNames.Package).Succeeded.ShouldBeTrue();
        var signature = _model.Json("package/" + Path.GetFileName(PartNames.Signature), ContractsJson.Default.ModelSignature);
        signature.Interval.ShouldBe(new PredictionInterval { Method = "conformal", Coverage = 0.9 });
        var golden = _model.Json("package/" + Path.GetFileName(PartNames.Golden), ContractsJson.Default.GoldenSet);
        golden.Rows.ShouldAllBe(row => row.Outputs.Count == 3 && row.Outputs[1] < row.Outputs[0] && row.Outputs[0] < row.Outputs[2]);
        ManagedModelSession.Load(File.ReadAllBytes(_model.File("obj/mlops/train/" + StageFiles.Model))).Outputs
            .ShouldBe([ModelSignature.PredictionOutput, ModelSignature.LowerOutput, ModelSignature.UpperOutput]);
    }

    [Fact]
    public void Intervals_of_too_few_validation_rows_stop_the_training()
    {
        _model.Write("training-config.yaml", Configuration + "intervals: { coverage: 0.99 }\n");
        var outcome = _model.RunTo(StageNames.Train);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Diagnostics.ShouldContain(item => item.Code == TrainingCodes.IntervalRows && item.Message.Contains("at least 99 validation rows"));
        File.Exists(_model.File("obj/mlops/train/" + StageFiles.Model)).ShouldBeFalse();
    }

    // predictions.csv: file, line, label, prediction, lower, upper.
    private double CoveredByFile()
    {
        var rows = File.ReadAllLines(_model.File("obj/mlops/evaluate/" + StageFiles.Predictions)).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(',')[2..], text => float.Parse(text, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return rows.Average(row => row[0] >= row[2] && row[0] <= row[3] ? 1.0 : 0.0);
    }

    private static double Value(IReadOnlyList<MetricValue> metrics, string name) => metrics.Single(metric => metric.Name == name).Value!.Value;
}
