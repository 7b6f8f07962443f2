using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Factorization;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training.Factorization;

/// <summary>
/// The factorization machine against its definition, finite differences, and a NumPy and SciPy one that learns by another method
/// (Expected/make_factorization.py).
/// </summary>
public sealed class FactorizationTests
{
    [Fact]
    public void A_score_is_the_sum_over_all_pairs_of_features_and_the_graph_gives_it()
    {
        var pairs = RatingsCase.Expected.GetProperty("pairs");
        var rows = Table(pairs.GetProperty("rows"));
        var features = new FeatureMatrix(rows.Length, ["a", "b", "c", "d", "e"], [.. rows.SelectMany(row => row).Select(value => (float)value)]);
        var (model, sparse) = (Model(pairs), new SparseRows(features));
        var graph = new HeadRun(FactorizationExport.Write(model, new LabelScale(10, 2), LearningTask.Regression), new ThreadTeam(1, default)).Outputs(features);
        var expected = pairs.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble()).ToArray();
        for (var row = 0; row < rows.Length; row++)
        {
            model.Score(sparse.Columns(row), sparse.Values(row), new double[3]).ShouldBe(expected[row], 1e-12);
            ((double)graph[row]).ShouldBe((2 * expected[row]) + 10, 1e-5);
        }
    }

    [Fact]
    public void Its_slopes_are_those_of_finite_differences()
    {
        var pairs = RatingsCase.Expected.GetProperty("pairs");
        var model = Model(pairs);
        float[] values = [.. Table(pairs.GetProperty("rows"))[0].Select(value => (float)value + 0.3f)];
        int[] columns = [0, 1, 2, 3, 4];
        var (sums, other) = (new double[3], new double[3]);
        model.Score(columns, values, sums);
        for (var i = 0; i < model.Vectors.Length; i++)
        {
            const double Step = 1e-5;
            var was = model.Vectors[i];
            model.Vectors[i] = was + Step;
            var above = model.Score(columns, values, other);
            model.Vectors[i] = was - Step;
            var below = model.Score(columns, values, other);
            model.Vectors[i] = was;
            model.Slope(i / 3, i % 3, values[i / 3], sums).ShouldBe((above - below) / (2 * Step), 1e-8);
        }
    }

    [Theory]
    [InlineData(LearningTask.Regression, "regression")]
    [InlineData(LearningTask.Binary, "binary")]
    public void On_ratings_it_is_as_good_as_one_that_SciPy_minimises_and_better_than_a_linear_model(LearningTask task, string name)
    {
        // SciPy's five starts end in as many minima; ours is no worse than the worst of them.
        var machine = Judge(task, ("factors", 4), ("l2", 0.02));
        machine.ShouldBeLessThan(RatingsCase.Expected.GetProperty(name).GetProperty("worst").GetDouble());
        var linear = Judge(task, ("factors", 0), ("l2", 0.02));
        linear.ShouldBe(RatingsCase.Expected.GetProperty($"{name}_linear").GetProperty("mean").GetDouble(), 0.02);
        machine.ShouldBeLessThan(linear * 0.95);
        Judge(task).ShouldBeLessThan(linear * 0.95);
    }

    [Fact]
    public void The_best_pass_is_kept_and_training_ends_when_validation_no_longer_improves()
    {
        var request = RatingsCase.Request(LearningTask.Regression);
        var result = new FactorizationTrainer().Train(request, null, TestContext.Current.CancellationToken);
        result.StoppedEarly.ShouldBeTrue();
        result.Steps.Count.ShouldBe(result.BestStep + 5);
        result.Steps[result.BestStep - 1].ValidationLoss.ShouldBe(result.Steps.Min(step => step.ValidationLoss));
        var outputs = new HeadRun(result.Model, new ThreadTeam(1, default)).Outputs(request.Validation.Features);
        HeadLoss.Mean(request.Validation, outputs, request.Task).ShouldBe(result.Steps[result.BestStep - 1].ValidationLoss, 1e-6);
    }

    [Fact]
    public void The_unit_of_weights_changes_nothing_and_rows_without_weight_teach_nothing()
    {
        var request = RatingsCase.Request(LearningTask.Binary, ("num_iterations", 3));
        var plain = Train(request);
        var train = request.Train;
        Train(request with { Train = train with { Weights = [.. train.Labels.Select(_ => 4f)] } }).ShouldBe(plain);
        float[] half = [.. Enumerable.Range(0, train.Labels.Length).Select(row => row % 2 == 0 ? 1f : 0f)];
        var known = Train(request with { Train = train with { Weights = half } });
        float[] other = [.. train.Labels.Select((label, row) => row % 2 == 0 ? label : 1 - label)];
        Train(request with { Train = train with { Weights = half, Labels = other } }).ShouldBe(known);
        known.ShouldNotBe(plain);
    }

    [Theory]
    [InlineData(LearningTask.Regression)]
    [InlineData(LearningTask.Binary)]
    public void ONNX_Runtime_agrees_on_every_rating(LearningTask task)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var test = RatingsCase.Test(task);
        var model = Train(RatingsCase.Request(task));
        var inputs = new Dictionary<string, Tensor> { ["features"] = Tensor.Create(test.Features.Values, test.Features.Rows, test.Features.Columns) };
        var theirs = ((Tensor<float>)OnnxRuntimeProcess.Run(model, inputs).Values.Single()).Values;
        var ours = ((Tensor<float>)ManagedModelSession.Load(model).Run(inputs).Values.Single()).Values;
        ModelAgreement.ShouldHold(ours, theirs, task, test.Labels.Length, $"ratings, {task}");
    }

    private static byte[] Train(TrainingRequest request) => new FactorizationTrainer().Train(request, null, TestContext.Current.CancellationToken).Model;

    private static double Judge(LearningTask task, params (string Name, double Value)[] settings)
    {
        var test = RatingsCase.Test(task);
        var loss = HeadLoss.Mean(test, new HeadRun(Train(RatingsCase.Request(task, settings)), new ThreadTeam(1, default)).Outputs(test.Features), task);
        return task == LearningTask.Regression ? Math.Sqrt(loss) : loss;
    }

    private static FactorizationModel Model(JsonElement pairs)
    {
        var model = new FactorizationModel(5, 3) { Bias = pairs.GetProperty("bias").GetDouble() };
        pairs.GetProperty("weights").EnumerateArray().Select(weight => weight.GetDouble()).ToArray().CopyTo(model.Weights, 0);
        Table(pairs.GetProperty("vectors")).SelectMany(row => row).ToArray().CopyTo(model.Vectors, 0);
        return model;
    }

    private static double[][] Table(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];
}
