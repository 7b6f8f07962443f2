using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Calibration;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training.Calibration;

/// <summary>Calibrated models as they are shipped.</summary>
public sealed class CalibratedModelTests
{
    [Theory]
    [InlineData("platt")]
    [InlineData("isotonic")]
    public void ONNX_Runtime_agrees_with_the_interpreter_for_every_trainer(string method)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var cases = ModelBytes.Cases().Where(item => item.Task == LearningTask.Binary).Select(item => (
            item.Trainer.Name,
            Model: Calibrated(item.Trainer, item.Request with { Validation = Half(item.Request.Validation, 0) }, method),
            Half(item.Request.Validation, 1).Features)).ToList();
        var results = OnnxRuntimeProcess.RunAll([.. cases.Select(item => (item.Model, Inputs(item.Features)))]);
        for (var i = 0; i < cases.Count; i++)
        {
            var name = $"{cases[i].Name}, {method}";
            var expected = Values(results[i].Outputs.ShouldNotBeNull($"{name}: {results[i].Error}"));
            var actual = Values(ManagedModelSession.Load(cases[i].Model).Run(Inputs(cases[i].Features)));
            ModelAgreement.ShouldHold(actual, expected, LearningTask.Binary, cases[i].Features.Rows, name);
        }
    }

    // Naive Bayes counts features that go together as if each were news, so its probabilities are too sure.
    [Fact]
    public void Calibration_halves_the_log_loss_of_naive_Bayes_on_rows_that_nothing_has_seen()
    {
        var set = ExampleSet.Named("breast_cancer");
        var trainer = TrainerCatalog.Find("naive-bayes")!;
        var request = set.Request(trainer, LearningTask.Binary, 0.5) with { Validation = set.Take(Enumerable.Range(284, 142)) };
        var test = set.Take(Enumerable.Range(426, set.Rows - 426));
        var plain = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        LogLoss(Calibrated(trainer, request, "platt"), test).ShouldBeLessThan(0.5 * LogLoss(plain, test));
    }

    // Every other row: those that isotonic regression is fitted on are the corners of its function.
    private static TrainingSet Half(TrainingSet set, int first)
    {
        var rows = Enumerable.Range(0, set.Labels.Length).Where(row => row % 2 == first).ToArray();
        return new TrainingSet { Features = set.Features.Take(rows), Labels = Array.ConvertAll(rows, row => set.Labels[row]) };
    }

    private static byte[] Calibrated(ITrainer trainer, TrainingRequest request, string method)
    {
        var stop = TestContext.Current.CancellationToken;
        var kind = method == "platt" ? CalibrationMethod.Platt : CalibrationMethod.Isotonic;
        var model = trainer.Train(request, null, stop).Model;
        return Calibrator.Calibrate(kind, model, request.Validation, new ThreadTeam(2, stop), []).ShouldNotBeNull().Model;
    }

    private static double LogLoss(byte[] model, TrainingSet set)
    {
        var outputs = Values(ManagedModelSession.Load(model).Run(Inputs(set.Features)));
        return set.Labels.Select((label, row) => -Math.Log(Math.Max(outputs[(2 * row) + (int)label], RowLosses.Epsilon))).Average();
    }

    private static Dictionary<string, Tensor> Inputs(FeatureMatrix features) =>
        new() { [TrainerResult.FeaturesInput] = Tensor.Create(features.Values, features.Rows, features.Columns) };

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs) => ((Tensor<float>)outputs.Values.Single()).Values;
}
