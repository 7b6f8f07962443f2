using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Combining;

namespace MlOps.Build.Engine.Tests.Training.Combining;

/// <summary>Expected weights: SciPy's constrained minimum; see <c>Expected/make_blending.py</c>.</summary>
public sealed class BlendWeightsTests
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "blending.json"))).RootElement;

    [Theory]
    [InlineData("classes", LearningTask.Multiclass)]
    [InlineData("numbers", LearningTask.Regression)]
    public void Weights_of_the_mean_are_those_that_SciPy_finds(string name, LearningTask task)
    {
        var item = Expected.GetProperty(name);
        var labels = Numbers(item.GetProperty("labels"));
        var outputs = item.GetProperty("outputs").EnumerateArray().Select(Numbers).ToArray();
        var validation = new TrainingSet
        {
            Features = new FeatureMatrix(labels.Length, [], []),
            Labels = labels,
            Weights = Numbers(Expected.GetProperty("row_weights")),
        };
        var request = new TrainingRequest
        {
            Task = task,
            ClassCount = task == LearningTask.Regression ? 0 : 3,
            Train = validation,
            Validation = validation,
            Hyperparameters = new Dictionary<string, double>(),
            Seed = 1,
        };
        var weights = BlendWeights.Of(outputs, request);
        weights.Sum().ShouldBe(1, 1e-12);
        weights.ShouldBe(Numbers(item.GetProperty("weights")).Select(weight => (double)weight), 1e-4);
    }

    [Fact]
    public void Members_that_say_the_same_weigh_the_same()
    {
        var set = new TrainingSet { Features = new FeatureMatrix(3, [], []), Labels = [1, 2, 3] };
        var request = new TrainingRequest
        {
            Task = LearningTask.Regression,
            ClassCount = 0,
            Train = set,
            Validation = set,
            Hyperparameters = new Dictionary<string, double>(),
            Seed = 1,
        };
        BlendWeights.Of([[2, 2, 2], [2, 2, 2]], request).ShouldBe([0.5, 0.5]);
    }

    private static float[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetSingle())];
}
