using MlOps.Build.Inference;
using MlOps.Build.Inference.OnnxRuntime;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>
/// The whole model of each sample, from raw columns to the output, with every trainer: the managed interpreter and ONNX Runtime agree on
/// every test row.
/// </summary>
public sealed class SampleModelParityTests
{
    [Theory]
    [InlineData("BirdStrikes", "birdstrikes.csv")]
    [InlineData("Penguins", "penguins.csv")]
    [InlineData("Diamonds", "diamonds.csv")]
    public void ONNX_Runtime_agrees_on_every_test_row_with_every_trainer(string sample, string data)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var models = SampleModel.Of(sample, data);
        var theirs = OnnxRuntimeProcess.RunAll([.. models.Select(item => (item.Bytes, item.TestRows))]);
        for (var i = 0; i < models.Count; i++)
        {
            var name = $"{sample}, {models[i].Trainer}";
            var expected = Values(theirs[i].Outputs.ShouldNotBeNull($"{name}: {theirs[i].Error}"));
            var actual = Values(ManagedModelSession.Load(models[i].Bytes).Run(models[i].TestRows));
            ModelAgreement.ShouldHold(actual, expected, models[i].Config.Task, models[i].TestRowCount, name);
        }
    }

    [Theory]
    [InlineData("BirdStrikes", "birdstrikes.csv")]
    [InlineData("Penguins", "penguins.csv")]
    [InlineData("Diamonds", "diamonds.csv")]
    public void The_back_end_within_the_process_agrees_too(string sample, string data)
    {
        var options = new OnnxRuntimeOptions { LibraryPath = OnnxRuntimeLibraryFile.Path };
        foreach (var model in SampleModel.Of(sample, data))
        {
            using var session = OnnxRuntimeSession.Load(model.Bytes, options);
            var actual = Values(session.Run(model.TestRows));
            var expected = Values(ManagedModelSession.Load(model.Bytes).Run(model.TestRows));
            ModelAgreement.ShouldHold(actual, expected, model.Config.Task, model.TestRowCount, $"{sample}, {model.Trainer}");
        }
    }

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs) => ((Tensor<float>)outputs.Values.Single()).Values;
}
