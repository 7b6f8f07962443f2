using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Forests;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>Expected values: XGBoost's <c>total_gain</c> and scikit-learn's <c>feature_importances_</c>, see <c>Expected/make_gains.py</c>.</summary>
public sealed class GainTests
{
    public static TheoryData<string> Boosted => [.. GainCase.Boosted.Select(item => item.Data)];

    public static TheoryData<string> Trees => [.. GainCase.Trees.Select(item => item.Data)];

    // XGBoost sums in float32.
    [Theory]
    [MemberData(nameof(Boosted))]
    public void Shares_of_boosted_trees_are_XGBoosts(string data)
    {
        var expected = GainCase.Boosted.Single(item => item.Data == data);
        var request = ExampleSet.Named(data).Request(
            new BoostedTreesTrainer(),
            expected.Task,
            0.75,
            ("num_iterations", expected.Rounds),
            ("early_stopping_rounds", 0),
            ("num_leaves", 15),
            ("min_data_in_leaf", 1),
            ("min_sum_hessian_in_leaf", 5));
        ShouldBe(new BoostedTreesTrainer().Train(request, null, TestContext.Current.CancellationToken), expected, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public void Shares_of_a_tree_of_all_rows_and_features_are_scikit_learns(string data)
    {
        var expected = GainCase.Trees.Single(item => item.Data == data);
        var request = ExampleSet.Named(data).Request(
            ForestTrainer.RandomForest,
            expected.Task,
            0.75,
            ("n_estimators", 1),
            ("bootstrap", 0),
            ("max_features", 1),
            ("max_depth", expected.Depth),
            ("min_samples_leaf", expected.Leaf));
        ShouldBe(ForestTrainer.RandomForest.Train(request, null, TestContext.Current.CancellationToken), expected, 1e-9);
    }

    [Fact]
    public void Trees_after_the_best_round_count_for_nothing()
    {
        var all = ExampleSet.Named("diabetes").Request(new BoostedTreesTrainer(), LearningTask.Regression);
        var result = Train(all);
        result.BestStep.ShouldBeLessThan(result.Steps.Count);
        var declared = new Dictionary<string, double>(all.Hyperparameters) { ["num_iterations"] = result.BestStep, ["early_stopping_rounds"] = 0 };
        Train(all with { Hyperparameters = declared }).Gains.ShouldBe(result.Gains);
    }

    [Fact]
    public void The_evidence_has_shares_of_the_largest_fifty()
    {
        var gains = Enumerable.Range(0, 80).Select(i => i % 4 == 0 ? 0.0 : i).ToArray();
        var shares = GainShares.Of(gains, [.. gains.Select((_, i) => $"f{i}")]).ShouldNotBeNull();
        shares.Count.ShouldBe(50);
        shares[0].ShouldBe(new FeatureGain("f79", 79 / gains.Sum()));
        shares.Select(item => item.Share).ShouldBeInOrder(SortDirection.Descending);
        GainShares.Of(new double[3], ["a", "b", "c"]).ShouldNotBeNull().ShouldBeEmpty();
        GainShares.Of(null, []).ShouldBeNull();
    }

    private static TrainerResult Train(TrainingRequest request) =>
        new BoostedTreesTrainer().Train(request, null, TestContext.Current.CancellationToken);

    private static void ShouldBe(TrainerResult result, GainCase expected, double tolerance)
    {
        var gains = result.Gains.ShouldNotBeNull();
        gains.Count.ShouldBe(expected.Shares.Length);
        for (var i = 0; i < gains.Count; i++)
            (gains[i] / gains.Sum()).ShouldBe(expected.Shares[i], tolerance, $"feature {i}");
    }
}
