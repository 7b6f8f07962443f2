using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.PlugIns;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training.PlugIns;

/// <summary>The sample's trainer, compiled and run as a build does, against scikit-learn: Expected/discriminant.py.</summary>
public sealed class DiscriminantTests
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Training/PlugIns/Expected/discriminant.json"))).RootElement;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Probabilities_are_those_of_scikit_learn_here_and_in_ONNX_Runtime(int index)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var expected = Expected.GetProperty("cases")[index];
        var model = Model(expected.GetProperty("shrinkage").GetDouble());
        var inputs = new Dictionary<string, Tensor> { ["features"] = Tensor.Create([.. Rows(150).SelectMany(row => row)], 150, 4) };
        var probabilities = expected.GetProperty("probabilities").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(value => value.GetDouble()).ToArray();
        foreach (var outputs in new[] { ManagedModelSession.Load(model).Run(inputs), OnnxRuntimeProcess.Run(model, inputs) })
        {
            var given = outputs["probabilities"].ShouldBeOfType<Tensor<float>>().Values;
            given.Zip(probabilities, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5);
        }
    }

    private static byte[] Model(double shrinkage)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-");
        try
        {
            var sources = Directory.GetFiles(RepositoryFile.At("samples", "OwnTrainer.Trainer"), "*.cs").Select(File.ReadAllText);
            var process = new PlugInProcess(TrainerAssembly.Compile(folder.FullName, [.. sources]), TimeSpan.FromMinutes(2));
            var trainer = process.Describe().ShouldHaveSingleItem();
            trainer.Tasks.ShouldBe([LearningTask.Binary, LearningTask.Multiclass]);
            return process.Train(trainer.Type, Request(shrinkage), new TrainingLog(null), TestContext.Current.CancellationToken).Model;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TrainingRequest Request(double shrinkage)
    {
        string[] names = ["a", "b", "c", "d"];
        var learned = Expected.GetProperty("learned").GetInt32();
        var labels = Expected.GetProperty("labels").EnumerateArray().Select(label => label.GetSingle()).ToArray();
        return new TrainingRequest
        {
            Task = LearningTask.Multiclass,
            ClassCount = 3,
            Train = new TrainingSet { Features = new FeatureMatrix(learned, names, [.. Rows(learned).SelectMany(row => row)]), Labels = labels[..learned] },
            Validation = new TrainingSet { Features = new FeatureMatrix(0, names, []), Labels = [] },
            Hyperparameters = new Dictionary<string, double> { ["shrinkage"] = shrinkage },
            Seed = 1,
        };
    }

    private static IEnumerable<float[]> Rows(int count) =>
        Expected.GetProperty("features").EnumerateArray().Take(count).Select(row => row.EnumerateArray().Select(value => value.GetSingle()).ToArray());
}
