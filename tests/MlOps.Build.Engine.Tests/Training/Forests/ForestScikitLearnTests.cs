using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Forests;

namespace MlOps.Build.Engine.Tests.Training.Forests;

/// <summary>Expected values: scikit-learn's DecisionTree, RandomForest and ExtraTrees with their defaults.</summary>
public sealed class ForestScikitLearnTests
{
    // What is drawn is not scikit-learn's: single forests scatter by some per cent, their mean over divisions by less.
    private const double Margin = 1.05;
    private const int Divisions = 4;

    public static TheoryData<string> Trees => [.. ForestCase.Trees.Select(item => item.Data)];

    public static TheoryData<string, string> Forests => [.. ForestCase.Forests.Select(item => (item.Data, item.Trainer))];

    [Theory]
    [MemberData(nameof(Trees))]
    public void A_tree_of_all_rows_and_features_is_scikit_learns_decision_tree(string data)
    {
        var expected = ForestCase.Trees.Single(item => item.Data == data);
        var request = ExampleSet.Named(data).Request(
            ForestTrainer.RandomForest,
            expected.Task,
            0.75,
            ("n_estimators", 1),
            ("bootstrap", 0),
            ("max_features", 1),
            ("max_depth", expected.Depth),
            ("min_samples_leaf", expected.Leaf));
        var actual = Outputs(ForestTrainer.RandomForest, request, request.Train.Features);
        var wanted = expected.Outputs.SelectMany(row => row).ToArray();
        actual.Length.ShouldBe(wanted.Length);
        for (var i = 0; i < wanted.Length; i++)
            ((double)actual[i]).ShouldBe(wanted[i], 1e-6 * Math.Max(1, Math.Abs(wanted[i])), $"value {i}");
    }

    [Theory]
    [MemberData(nameof(Forests))]
    public void The_mean_squared_error_on_unseen_rows_is_not_above_scikit_learns_by_more_than_the_margin(string data, string name)
    {
        var expected = ForestCase.Forests.Single(item => item.Data == data && item.Trainer == name);
        var trainer = TrainerCatalog.Find(name).ShouldNotBeNull();
        Enumerable.Range(0, Divisions).Average(division => Loss(trainer, expected, division))
            .ShouldBeLessThan(Margin * expected.Losses.Average());
    }

    private static double Loss(ITrainer trainer, ForestCase expected, int division)
    {
        var set = ExampleSet.Named(expected.Data);
        var rows = Enumerable.Range(0, set.Rows).Select(row => (row + (division * set.Rows / Divisions)) % set.Rows).ToList();
        var cut = set.Rows * 3 / 4;
        var request = set.Request(trainer, expected.Task) with { Train = set.Take(rows[..cut]), Validation = set.Take(rows[cut..]), Threads = 2 };
        var outputs = Outputs(trainer, request, request.Validation.Features);
        var width = outputs.Length / request.Validation.Labels.Length;
        return request.Validation.Labels.Select((label, row) => SquaredError(outputs.AsSpan(row * width, width), label)).Average();
    }

    private static double SquaredError(ReadOnlySpan<float> outputs, float label)
    {
        if (outputs.Length == 1)
            return Math.Pow(outputs[0] - label, 2);
        var sum = 0.0;
        for (var k = 0; k < outputs.Length; k++)
            sum += Math.Pow(outputs[k] - (k == (int)label ? 1 : 0), 2);
        return sum;
    }

    private static float[] Outputs(ITrainer trainer, TrainingRequest request, FeatureMatrix features)
    {
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        return new HeadRun(model, new ThreadTeam(1, TestContext.Current.CancellationToken)).Outputs(features);
    }
}
