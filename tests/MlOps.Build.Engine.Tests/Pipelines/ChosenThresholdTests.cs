using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A threshold that the validation rows choose, from the evaluation to the package.</summary>
public sealed class ChosenThresholdTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_evaluation_the_backtest_and_the_package_use_it()
    {
        _model.Write("training-config.yaml", TinyModel.Configuration + "evaluation: { threshold: { maximize: f2 }, backtest: { folds: 2 } }\n");
        _model.RunTo(StageNames.Package).Succeeded.ShouldBeTrue();
        var evaluation = _model.Evaluation();
        (evaluation.ThresholdSource, evaluation.ThresholdMetric).ShouldBe(("validation", "f2"));
        var signature = _model.Read(StageNames.Package, StageFiles.Signature, ContractsJson.Default.ModelSignature);
        signature.Threshold.ShouldBe(evaluation.Threshold);

        var recall = evaluation.Metrics.Single(metric => metric.Name == "recall").Value;
        var flagged = evaluation.Curves.Single(curve => curve.Name == "threshold_recall").Points
            .First(point => point.X >= evaluation.Threshold);
        recall.ShouldBe(flagged.Y);
    }
}
