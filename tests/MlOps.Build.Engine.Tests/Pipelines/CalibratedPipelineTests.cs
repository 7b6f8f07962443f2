using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>Calibration and the trainers beside the boosted trees, from the configuration to the package.</summary>
public sealed class CalibratedPipelineTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("naive-bayes", "platt")]
    [InlineData("k-nearest-neighbours", "isotonic")]
    public void Only_the_configured_trainer_is_calibrated_and_the_evidence_says_how(string trainer, string method)
    {
        _model.Write(
            "training-config.yaml",
            TinyModel.Configuration + $"trainer: {trainer}\ncalibration: {method}\ncompare_with: [logistic-regression]\nevaluation: {{ backtest: {{ folds: 2 }} }}\n");
        _model.RunTo(StageNames.Package).Succeeded.ShouldBeTrue();
        var training = Training();
        training.Model.Calibration.ShouldNotBeNull().Method.ShouldBe(method);
        (training.Model.TrainingRowsKept > 0).ShouldBe(trainer == "k-nearest-neighbours");
        training.Others.ShouldAllBe(other => other.Calibration == null);
        training.Others.Single(other => other.Trainer == "logistic-regression").Coefficients.ShouldNotBeNull()
            .Coefficients[0].Feature.ShouldBe(Coefficient.Intercept);
    }

    [Fact]
    public void A_changed_calibration_trains_again()
    {
        _model.Write("training-config.yaml", TinyModel.Configuration + "trainer: naive-bayes\n");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        var before = File.ReadAllBytes(_model.File("obj/mlops/train/" + StageFiles.Head));
        _model.Write("training-config.yaml", TinyModel.Configuration + "trainer: naive-bayes\ncalibration: platt\n");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        File.ReadAllBytes(_model.File("obj/mlops/train/" + StageFiles.Head)).ShouldNotBe(before);
    }

    private TrainingSummary Training() => _model.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary);
}
