using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Importances.Attribution;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tests.Training;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Engine.Training.Forests;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Engine.Training.Trees.Ensembles;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Evaluation.Attribution;

/// <summary>Expected values: the definition over all coalitions, and XGBoost's <c>pred_contribs</c> (see <c>make_shapley.py</c>).</summary>
public sealed class TreeShapleyTests
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "shapley.json"))).RootElement.GetProperty("cases");

    public static TheoryData<string> Peers => [.. Expected.EnumerateArray().Select(item => item.GetProperty("data").GetString()!)];

    // XGBoost keeps leaves and contributions in float32.
    [Theory]
    [MemberData(nameof(Peers))]
    public void Contributions_are_XGBoosts_where_the_trees_are(string data)
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
        var trees = Counted(new BoostedTreesTrainer().Train(request, null, TestContext.Current.CancellationToken).Model, request.Train.Features);
        var rows = expected.GetProperty("contributions").Deserialize<double[][]>()!;
        for (var row = 0; row < rows.Length; row++)
            ShouldBe(trees.Values(request.Validation.Features.Row(row), [0, 1, 2, 3, 4]), rows[row], 1e-5);
    }

    [Theory]
    [InlineData("steps_codes", LearningTask.Regression, new[] { 0, 1, 2 }, new[] { 30, 9, 0 })]
    [InlineData("steps_three", LearningTask.Multiclass, new[] { 0, 1, 2, 3, 4 }, new int[0])]
    [InlineData("interactions", LearningTask.Binary, new[] { 0, 1, 2, 3, 4, 5 }, new int[0])]
    [InlineData("interactions", LearningTask.Binary, new[] { 0, 1, 0, 2, 2, 1 }, new int[0])]
    public void Values_of_boosted_trees_are_those_of_all_coalitions(string data, LearningTask task, int[] players, int[] categories)
    {
        var request = ExampleSet.Named(data).Request(
            new BoostedTreesTrainer(), task, 0.75, ("num_iterations", 12), ("early_stopping_rounds", 0), ("min_data_per_group", 5));
        request = request with { Train = Coded(request.Train, categories), Validation = Coded(request.Validation, categories) };
        var ensemble = BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken).Ensemble;
        AllShouldBeThoseOfCoalitions(ensemble, EnsembleExport.Write(ensemble, ObjectiveCatalog.Of(request).Link), request, players);
    }

    [Theory]
    [InlineData("steps_three", LearningTask.Multiclass)]
    [InlineData("steps_number", LearningTask.Regression)]
    public void Values_of_deep_forests_are_those_of_all_coalitions(string data, LearningTask task)
    {
        var request = ExampleSet.Named(data).Request(ForestTrainer.RandomForest, task, 0.75, ("n_estimators", 3));
        var settings = ForestSettings.From(request, drawsCuts: false);
        var (ensemble, _) = new ForestFit(request, settings, new ThreadTeam(1, TestContext.Current.CancellationToken)).Run(null);
        AllShouldBeThoseOfCoalitions(ensemble, ForestExport.Write(ensemble, task), request, [0, 1, 2, 3, 4]);
    }

    [Fact]
    public void Models_without_trees_have_no_values()
    {
        var trainer = new LinearRegressionTrainer();
        var model = trainer.Train(ExampleSet.Named("diabetes").Request(trainer, LearningTask.Regression), null, TestContext.Current.CancellationToken).Model;
        TreeShapley.Find(OnnxModelReader.Read(model)).ShouldBeNull();
    }

    [Fact]
    public void All_inputs_of_a_column_are_one_player_and_columns_share_what_their_cross_is_worth()
    {
        var players = new ColumnPlayers(
            [Feature(0, 2, "speed"), Feature(2, 1, "height"), Feature(3, 3, "speed", "height"), Feature(6, 1, "speed")], 7);
        players.ByInput.ShouldBe([0, 0, 1, 2, 2, 2, 0]);
        players.Columns.ShouldBe(["speed", "height"]);
        players.Magnitudes([1, -2, 4, 0, -6, 2], 2).ShouldBe([2 + 1, 1 + 1]);
    }

    private static void AllShouldBeThoseOfCoalitions(Ensemble ensemble, byte[] model, TrainingRequest request, int[] players)
    {
        var coalitions = new CoalitionValues(ensemble, request.Train.Features, players);
        var trees = Counted(model, request.Train.Features);
        var means = Enumerable.Range(0, ensemble.Outputs).Select(k => Enumerable.Range(0, request.Train.Features.Rows)
            .Average(row => ensemble.Scores(request.Train.Features.Row(row))[k])).ToList();
        for (var row = 0; row < 12; row++)
        {
            var features = request.Validation.Features.Row(row);
            var values = trees.Values(features, players);
            ShouldBe(values, coalitions.Of(features), 1e-9);
            var scores = ensemble.Scores(features);
            for (var k = 0; k < scores.Length; k++)
                values.Where((_, i) => i % scores.Length == k).Sum().ShouldBe(scores[k] - means[k], 1e-9, $"row {row}, output {k}");
        }
    }

    private static TreeShapley Counted(byte[] model, FeatureMatrix train) =>
        AttributionRequest.Of(model, train, [.. Enumerable.Range(0, train.Rows)], 1).ShouldNotBeNull().Trees;

    private static TrainingSet Coded(TrainingSet set, int[] categories) => set with
    {
        Features = new FeatureMatrix(set.Features.Rows, set.Features.Names, set.Features.Values) { Categories = categories },
    };

    private static FeatureColumnSummary Feature(int first, int count, params string[] sources) =>
        new() { Column = string.Join(" x ", sources), Sources = sources, Transformations = [], FirstInput = first, InputCount = count };

    private static void ShouldBe(double[] actual, double[] expected, double tolerance)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var i = 0; i < actual.Length; i++)
            actual[i].ShouldBe(expected[i], tolerance, $"value {i}");
    }
}
