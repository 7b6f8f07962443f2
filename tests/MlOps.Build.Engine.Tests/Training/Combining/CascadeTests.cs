using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training.Combining;

/// <summary>Cascades of members that scikit-learn has learned, against NumPy: Expected/cascade.py.</summary>
public sealed class CascadeTests
{
    private static readonly JsonElement[] Expected =
    [
        .. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Training/Combining/Expected/cascade.json")))
            .RootElement.GetProperty("cases").EnumerateArray(),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_first_sure_member_decides_as_in_NumPy_here_and_in_ONNX_Runtime(int index)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var expected = Expected[index];
        var (request, members, limits) = (Request(expected), Members(expected), Numbers(expected.GetProperty("limits")));
        var model = new CombinedGraph(request, members).Cascade(limits);
        var features = request.Train.Features;
        var inputs = new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(features.Values, features.Rows, features.Columns) };
        var probabilities = Numbers(expected.GetProperty("probabilities"));
        foreach (var outputs in new[] { ManagedModelSession.Load(model).Run(inputs), OnnxRuntimeProcess.Run(model, inputs) })
        {
            var given = ((Tensor<float>)outputs.Values.Single()).Values;
            given.Length.ShouldBe(probabilities.Length);
            given.Zip(probabilities, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5);
        }

        var team = new ThreadTeam(1, TestContext.Current.CancellationToken);
        var shares = CascadeShares.Of([.. members.Select(member => new HeadRun(member, team).Outputs(features))], limits, request.ClassCount).ShouldNotBeNull();
        shares.Zip(Numbers(expected.GetProperty("shares")), (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-12);
    }

    private static byte[][] Members(JsonElement expected) =>
    [
        .. expected.GetProperty("members").EnumerateArray().Select(member =>
        {
            var bias = Floats(member.GetProperty("bias"));
            var weights = Floats(member.GetProperty("weights"));
            var graph = new HeadGraph(weights.Length / bias.Length);
            var (w, b) = (graph.Builder.AddConstant("weights", weights, weights.Length / bias.Length, bias.Length), graph.Builder.AddConstant("bias", bias, bias.Length));
            var scores = graph.Builder.AddNode("Gemm", [TrainerResult.FeaturesInput, w, b]);
            return graph.WithProbabilities(graph.Builder.AddNode("Softmax", [scores], ("axis", 1L)), bias.Length);
        }),
    ];

    private static TrainingRequest Request(JsonElement expected)
    {
        var rows = expected.GetProperty("features").EnumerateArray().Select(Floats).ToList();
        var set = new TrainingSet
        {
            Features = new FeatureMatrix(rows.Count, [.. rows[0].Select((_, i) => $"x{i}")], [.. rows.SelectMany(row => row)]),
            Labels = new float[rows.Count],
        };
        var classes = expected.GetProperty("members")[0].GetProperty("bias").GetArrayLength();
        return new TrainingRequest
        {
            Task = classes == 2 ? LearningTask.Binary : LearningTask.Multiclass,
            ClassCount = classes,
            Train = set,
            Validation = set,
            Hyperparameters = new Dictionary<string, double>(),
            Seed = 1,
        };
    }

    private static float[] Floats(JsonElement values) => Array.ConvertAll(Numbers(values), value => (float)value);

    private static double[] Numbers(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? [.. values.EnumerateArray().SelectMany(Numbers)]
        : [values.GetDouble()];
}
