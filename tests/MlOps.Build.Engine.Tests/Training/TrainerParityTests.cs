using MlOps.Build.Contracts;
using MlOps.Build.Inference;
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
            Compare(actual, expected, cases[i].Task, cases[i].Name);
            if (cases[i].Task != LearningTask.Regression)
                CompareClasses(actual, expected, expected.Length / cases[i].Rows, cases[i].Name);
        }
    }

    // Tolerances of the design: 1e-5 absolute on probabilities, 1e-4 relative on regression, and float32's own where a sum cancels.
    private static void Compare(float[] actual, float[] expected, LearningTask task, string name)
    {
        actual.Length.ShouldBe(expected.Length, name);
        var cancellation = 1e-6 * expected.Max(Math.Abs);
        for (var i = 0; i < actual.Length; i++)
        {
            var tolerance = task == LearningTask.Regression ? (1e-4 * Math.Abs(expected[i])) + cancellation : 1e-5;
            ((double)actual[i]).ShouldBe(expected[i], tolerance, $"{name}, value {i}");
        }
    }

    // The design's third tolerance: the same class, unless the two best are within 1e-6 of each other.
    private static void CompareClasses(float[] actual, float[] expected, int classes, string name)
    {
        for (var row = 0; row < expected.Length / classes; row++)
        {
            var ours = actual.AsSpan(row * classes, classes);
            var theirs = expected.AsSpan(row * classes, classes);
            var best = Best(theirs);
            if (theirs[best] - theirs[Best(ours)] > 1e-6)
                Best(ours).ShouldBe(best, $"{name}, row {row}");
        }
    }

    private static int Best(ReadOnlySpan<float> probabilities)
    {
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++)
            best = probabilities[i] > probabilities[best] ? i : best;
        return best;
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
