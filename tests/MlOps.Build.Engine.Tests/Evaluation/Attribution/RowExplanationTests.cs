using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Tests.Training;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Training.Forests;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Evaluation.Attribution;

/// <summary>
/// Interventional values of one row from the trees of a package: against the definition over all coalitions of columns, run through the
/// whole model, and against shap's own code on equal trees (see <c>make_interventional.py</c>).
/// </summary>
public sealed class RowExplanationTests
{
    private const int Background = 20;

    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "interventional.json"))).RootElement.GetProperty("cases");

    public static TheoryData<string> Peers => [.. Expected.EnumerateArray().Select(item => item.GetProperty("data").GetString()!)];

    // shap sums in float32.
    [Theory]
    [MemberData(nameof(Peers))]
    public void Contributions_are_those_of_shap(string data)
    {
        var expected = Expected.EnumerateArray().Single(item => item.GetProperty("data").GetString() == data);
        var request = ExampleSet.Named(data).Request(
            new BoostedTreesTrainer(),
            LearningTask.Regression,
            0.75,
            ("num_iterations", expected.GetProperty("rounds").GetInt32()),
            ("early_stopping_rounds", 0),
            ("num_leaves", 15),
            ("min_data_in_leaf", 1),
            ("min_sum_hessian_in_leaf", 5));
        var head = new BoostedTreesTrainer().Train(request, null, TestContext.Current.CancellationToken).Model;
        var package = TreePackage.Of(head, request, Rows(request.Train, expected.GetProperty("background").GetInt32()), plain: true);
        foreach (var (row, values) in expected.GetProperty("contributions").Deserialize<double[][]>()!.Index())
            ShouldBe(package.Explain(request.Validation.Features.Row(row).ToArray(), 0), values, 1e-5);
    }

    [Theory]
    [InlineData("interactions", LearningTask.Regression, 0)]
    [InlineData("steps_three", LearningTask.Multiclass, 2)]
    [InlineData("interactions", LearningTask.Binary, 0)]
    [InlineData("interactions", LearningTask.Binary, 1)]
    public void Forests_are_explained_in_the_units_of_the_output(string data, LearningTask task, int output)
    {
        var request = Request(data, task, ForestTrainer.RandomForest, ("n_estimators", 5));
        var package = Package(ForestTrainer.RandomForest.Train(Wide(request), null, TestContext.Current.CancellationToken).Model, request);
        ShouldBeThatOfCoalitions(request, row => package.Explain(row, output), row => package.ByCoalitions(row, output));
    }

    [Theory]
    [InlineData("steps_three", LearningTask.Multiclass, 1)]
    [InlineData("interactions", LearningTask.Binary, 0)]
    [InlineData("interactions", LearningTask.Binary, 1)]
    public void Boosted_classes_are_explained_by_score_when_that_is_asked_for(string data, LearningTask task, int output)
    {
        var request = Request(data, task, new BoostedTreesTrainer(), ("num_iterations", 12), ("early_stopping_rounds", 0));
        var ensemble = BoostedTreesTrainer.Boost(Wide(request), null, TestContext.Current.CancellationToken).Ensemble;
        var package = Package(EnsembleExport.Write(ensemble, ObjectiveCatalog.Of(request).Link), request);
        var scores = Package(EnsembleExport.Write(ensemble, ScoreLink.Identity), request with { Task = LearningTask.Regression });
        var sign = task == LearningTask.Binary && output == 0 ? -1 : 1;
        ShouldBeThatOfCoalitions(
            request,
            row => package.Explain(row, output, ExplanationScale.Score),
            row => [.. scores.ByCoalitions(row, task == LearningTask.Binary ? 0 : output).Select(value => sign * value)]);
        var first = request.Validation.Features.Row(0).ToArray();
        package.Explain(first, output, ExplanationScale.Score).Scale.ShouldBe(ExplanationScale.Score);
        package.Explain(first, output).Scale.ShouldBe(ExplanationScale.Output);
    }

    [Fact]
    public void More_columns_than_are_enumerated_are_exact_too()
    {
        var request = Request("wine", LearningTask.Multiclass, ForestTrainer.ExtraTrees, ("n_estimators", 20));
        var package = Package(ForestTrainer.ExtraTrees.Train(Wide(request), null, TestContext.Current.CancellationToken).Model, request, 4);
        request.Train.Features.Columns.ShouldBeGreaterThan(10);
        ShouldBeThatOfCoalitions(request, row => package.Explain(row, 1), row => package.ByCoalitions(row, 1), 2);
    }

    [Fact]
    public void Other_models_are_explained_as_before_whatever_is_asked_for()
    {
        var trainer = new LinearRegressionTrainer();
        var request = Request("diabetes", LearningTask.Regression, trainer);
        var package = Package(trainer.Train(Wide(request), null, TestContext.Current.CancellationToken).Model, request);
        var row = request.Validation.Features.Row(0).ToArray();
        package.Explain(row, 0, ExplanationScale.Score).Contributions.ShouldBe(package.Explain(row, 0).Contributions);
        package.Explain(row, 0, ExplanationScale.Score).Scale.ShouldBe(ExplanationScale.Output);
    }

    [Fact]
    public void Trees_that_are_one_member_of_an_ensemble_are_not_taken_for_all_of_it()
    {
        var members = new[] { "gradient-boosted-trees", "logistic-regression" }.Select(name => new MemberConfig { Trainer = name });
        var trainer = new EnsembleTrainer(new EnsembleConfig { Members = [.. members], Method = EnsembleMethod.Voting });
        var request = Request("interactions", LearningTask.Binary, trainer);
        var package = Package(trainer.Train(Wide(request), null, TestContext.Current.CancellationToken).Model, request);
        package.Explain(request.Validation.Features.Row(0).ToArray(), 1, ExplanationScale.Score).Scale.ShouldBe(ExplanationScale.Output);
    }

    // The whole model answers in float32.
    private static void ShouldBeThatOfCoalitions(
        TrainingRequest request, Func<float[], PredictionExplanation> explain, Func<float[], double[]> byCoalitions, int rows = 6)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = request.Validation.Features.Row(i).ToArray();
            var explanation = explain(row);
            explanation.Exact.ShouldBeTrue();
            ShouldBe(explanation, byCoalitions(row), 1e-5);
            (explanation.Base + explanation.Contributions.Sum(contribution => contribution.Value)).ShouldBe(explanation.Output, 1e-5);
        }
    }

    private static void ShouldBe(PredictionExplanation explanation, double[] expected, double tolerance)
    {
        explanation.Contributions.Count.ShouldBe(expected.Length);
        for (var i = 0; i < expected.Length; i++)
            explanation.Contributions[i].Value.ShouldBe(expected[i], tolerance, $"column {i}");
    }

    private static TrainingRequest Request(string data, LearningTask task, ITrainer trainer, params (string Name, double Value)[] declared) =>
        ExampleSet.Named(data).Request(trainer, task, 0.75, declared);

    private static TrainingRequest Wide(TrainingRequest request) => request with
    {
        Train = request.Train with { Features = TreePackage.Widened(request.Train.Features) },
        Validation = request.Validation with { Features = TreePackage.Widened(request.Validation.Features) },
    };

    private static TreePackage Package(byte[] head, TrainingRequest request, int background = Background) =>
        TreePackage.Of(head, request, Rows(request.Train, background));

    private static List<float[]> Rows(TrainingSet set, int count) => [.. Enumerable.Range(0, count).Select(row => set.Features.Row(row).ToArray())];
}
