using MlOps.Build.Contracts;
using MlOps.Build.Inference;
using MlOps.Build.Inference.OnnxRuntime;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>Every trainer and task: the managed interpreter and ONNX Runtime give the same on every validation row.</summary>
public sealed class TrainerParityTests
{
    [Fact]
    public void ONNX_Runtime_agrees_with_the_interpreter_for_every_trainer_and_task()
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var cases = ModelBytes.Cases().Select(item => (
            Name: $"{item.Trainer.Name} {item.Task}",
            item.Task,
            item.Trainer.Train(item.Request, null, TestContext.Current.CancellationToken).Model,
            Rows: item.Request.Validation.Labels.Length,
            Inputs: InputsOf(item.Request.Validation.Features, item.Trainer.HandlesMissing))).ToList();
        var results = OnnxRuntimeProcess.RunAll([.. cases.Select(item => (item.Model, item.Inputs))]);
        for (var i = 0; i < cases.Count; i++)
        {
            var expected = Values(results[i].Outputs.ShouldNotBeNull($"{cases[i].Name}: {results[i].Error}"));
            var actual = Values(ManagedModelSession.Load(cases[i].Model).Run(cases[i].Inputs));
            ModelAgreement.ShouldHold(actual, expected, cases[i].Task, cases[i].Rows, cases[i].Name);
            using var session = OnnxRuntimeSession.Load(cases[i].Model, new OnnxRuntimeOptions { LibraryPath = OnnxRuntimeLibraryFile.Path });
            Values(session.Run(cases[i].Inputs)).ShouldBe(expected, $"{cases[i].Name}: the back end within the process");
        }
    }

    // Trees also get values that are missing where no training row lacks one.
    private static Dictionary<string, Tensor> InputsOf(FeatureMatrix features, bool withHoles)
    {
        var values = (float[])features.Values.Clone();
        for (var i = 0; withHoles && i < values.Length; i += 13)
            values[i] = float.NaN;
        return new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(values, features.Rows, features.Columns) };
    }

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs) => ((Tensor<float>)outputs.Values.Single()).Values;
}
