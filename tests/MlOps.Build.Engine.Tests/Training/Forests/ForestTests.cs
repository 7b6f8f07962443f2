using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Forests;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Training.Forests;

/// <summary>What forests promise whatever they draw.</summary>
public sealed class ForestTests
{
    public static TheoryData<string> Names => ["random-forest", "extra-trees"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reported_losses_of_the_last_tree_are_those_of_the_exported_model(string name)
    {
        foreach (var (data, task) in new[] { ("iris", LearningTask.Multiclass), ("breast_cancer", LearningTask.Binary), ("diabetes", LearningTask.Regression) })
        {
            var trainer = TrainerCatalog.Find(name)!;
            var request = ExampleSet.Named(data).Request(trainer, task, 0.75, ("min_samples_leaf", 5));
            var result = trainer.Train(request, null, TestContext.Current.CancellationToken);
            var loss = new HeadLoss(result.Model, task, new ThreadTeam(1, TestContext.Current.CancellationToken));
            result.Steps[^1].TrainLoss.ShouldBe(loss.Mean(request.Train), 1e-5 * Math.Max(1, result.Steps[^1].TrainLoss), data);
            result.Steps[^1].ValidationLoss.ShouldBe(loss.Mean(request.Validation), 1e-5 * Math.Max(1, result.Steps[^1].ValidationLoss), data);
        }
    }

    [Fact]
    public void A_tree_without_limits_knows_its_training_rows_even_where_no_single_feature_tells_anything()
    {
        var set = new TrainingSet { Features = new FeatureMatrix(4, ["a", "b"], [0, 0, 0, 1, 1, 0, 1, 1]), Labels = [0, 1, 1, 0] };
        var request = Request(set, LearningTask.Binary, ("n_estimators", 1), ("bootstrap", 0), ("max_features", 1));
        Positive(request, set.Features).ShouldBe([0, 1, 1, 0], 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_label_that_only_missing_values_tell_is_learned(float whenMissing)
    {
        var values = Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? float.NaN : i).ToArray();
        var labels = values.Select(value => float.IsNaN(value) ? whenMissing : 1 - whenMissing).ToArray();
        var set = new TrainingSet { Features = new FeatureMatrix(40, ["a"], values), Labels = labels };
        Positive(Request(set, LearningTask.Binary, ("bootstrap", 0)), set.Features).ShouldBe(labels, 1e-6);
    }

    [Fact]
    public void No_leaf_has_fewer_rows_than_it_may()
    {
        var request = ExampleSet.Named("diabetes").Request(
            ForestTrainer.RandomForest, LearningTask.Regression, 1, ("n_estimators", 1), ("bootstrap", 0), ("min_samples_leaf", 30));
        var outputs = Outputs(ForestTrainer.RandomForest, request, request.Train.Features);
        outputs.GroupBy(value => value).Min(leaf => leaf.Count()).ShouldBeGreaterThanOrEqualTo(30);
    }

    // Breiman (2001): the mean of many trees follows no single row.
    [Theory]
    [MemberData(nameof(Names))]
    public void More_trees_are_not_worse_on_unseen_rows(string name)
    {
        var trainer = TrainerCatalog.Find(name)!;
        var request = ExampleSet.Named("credit").Request(trainer, LearningTask.Binary, 0.75, ("min_samples_leaf", 5), ("bootstrap", 1));
        var steps = trainer.Train(request, null, TestContext.Current.CancellationToken).Steps;
        steps.Count.ShouldBe(100);
        steps[^1].ValidationLoss.ShouldBeLessThan(steps[0].ValidationLoss);
    }

    [Fact]
    public void Balanced_classes_weigh_the_same()
    {
        var labels = Enumerable.Range(0, 100).Select(i => i < 10 ? 1f : 0).ToArray();
        var set = new TrainingSet { Features = new FeatureMatrix(100, ["a"], new float[100]), Labels = labels };
        var request = Request(set, LearningTask.Binary, ("class_weight", 1), ("bootstrap", 0));
        Positive(request, set.Features.Take([0])).Single().ShouldBe(0.5f, 1e-6f);
    }

    [Fact]
    public void Rows_of_no_weight_are_not_drawn_alone()
    {
        var set = new TrainingSet
        {
            Features = new FeatureMatrix(300, ["a"], [.. Enumerable.Range(0, 300).Select(i => (float)i)]),
            Labels = [.. Enumerable.Range(0, 300).Select(i => i % 2 == 0 ? 1f : 0)],
            Weights = [.. Enumerable.Range(0, 300).Select(i => i < 4 ? 1f : 0)],
        };
        Positive(Request(set, LearningTask.Binary, ("max_samples", 0.01)), set.Features).ShouldAllBe(share => share >= 0 && share <= 1);
    }

    // Multiples of 2^-24 are added without rounding, so that no run time's order of the trees changes a bit.
    [Fact]
    public void Shares_of_leaves_are_exact_in_float32()
    {
        var request = ExampleSet.Named("iris").Request(ForestTrainer.RandomForest, LearningTask.Multiclass, 0.75, ("n_estimators", 30));
        var model = ForestTrainer.RandomForest.Train(request, null, TestContext.Current.CancellationToken).Model;
        var trees = OnnxModelReader.Read(model).Graph.Nodes.Single(node => node.Operator == "TreeEnsembleRegressor");
        ((float[])trees.Attributes["target_weights"]).ShouldAllBe(weight => weight * (1 << 24) == MathF.Floor(weight * (1 << 24)));
    }

    private static TrainingRequest Request(TrainingSet set, LearningTask task, params (string Name, double Value)[] settings) => new()
    {
        Task = task,
        ClassCount = 2,
        Train = set,
        Validation = new TrainingSet { Features = set.Features.Take([]), Labels = [] },
        Hyperparameters = HyperparameterResolver.Resolve(
            ForestTrainer.RandomForest, settings.ToDictionary(setting => setting.Name, setting => setting.Value)),
        Seed = 3,
    };

    private static float[] Positive(TrainingRequest request, FeatureMatrix features) =>
        [.. Outputs(ForestTrainer.RandomForest, request, features).Where((_, i) => i % 2 == 1)];

    private static float[] Outputs(ITrainer trainer, TrainingRequest request, FeatureMatrix features)
    {
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        return new HeadRun(model, new ThreadTeam(1, TestContext.Current.CancellationToken)).Outputs(features);
    }
}
