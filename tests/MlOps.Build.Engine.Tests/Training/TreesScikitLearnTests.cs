using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Trees.Ensembles;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>Expected values: scikit-learn's HistGradientBoosting with the same settings, on rows that neither saw.</summary>
public sealed class TreesScikitLearnTests
{
    // Where features have more values than bins, or splits are equally good, the two choose differently, so that a single division
    // scatters by some per cent; their mean does not. Three classes scatter more: their sets have 45 and 86 rows to be judged on, and
    // trees are shrunk by LightGBM's hessian.
    private const double Margin = 1.005;
    private const double MulticlassMargin = 0.01;
    private const double AccuracyMargin = 0.015;
    private const int Divisions = 4;

    public static TheoryData<string> Sets => [.. ScikitLearnValues.All.Trees.Select(item => item.Data)];

    public static TheoryData<string> Steps => [.. ScikitLearnValues.All.Rounds.Select(item => item.Data)];

    // Three classes: LightGBM's hessian is 3/2 of scikit-learn's, which a learning rate 3/2 as large undoes.
    [Theory]
    [MemberData(nameof(Steps))]
    public void Where_every_value_has_its_bin_each_round_is_scikit_learns(string data)
    {
        var expected = ScikitLearnValues.All.Rounds.Single(item => item.Data == data);
        var rate = expected.Task == LearningTask.Multiclass ? 0.15 : 0.1;
        var request = ExampleSet.Named(data).Request(
            new BoostedTreesTrainer(), expected.Task, 0.75, [.. Settings(expected.Losses.Length), ("learning_rate", rate)]);
        var steps = Boost(request).Steps;
        steps.Count.ShouldBe(expected.Losses.Length);
        for (var i = 0; i < steps.Count; i++)
            steps[i].ValidationLoss.ShouldBe(expected.Losses[i], 1e-6, $"round {i + 1}");
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_mean_loss_on_unseen_rows_is_not_above_scikit_learns_by_more_than_the_margin(string data)
    {
        var expected = ScikitLearnValues.All.Trees.Single(item => item.Data == data);
        var results = Enumerable.Range(0, Divisions).Select(i => Divided(expected, i)).ToList();
        var loss = results.Average(result => result.Loss);
        var slack = expected.Task == LearningTask.Multiclass ? MulticlassMargin : 0;
        loss.ShouldBeLessThan((Margin * expected.Losses.Average()) + slack);
        if (expected.Task != LearningTask.Regression)
            results.Average(result => result.Accuracy).ShouldBeGreaterThan(expected.Accuracies.Average() - AccuracyMargin);
    }

    [Fact]
    public void Penguins_are_told_apart_with_more_than_95_per_cent_accuracy()
    {
        var request = ExampleSet.Named("penguins").Request(new BoostedTreesTrainer(), LearningTask.Multiclass);
        Accuracy(Boost(request).Ensemble, request.Validation).ShouldBeGreaterThan(0.95);
    }

    private static (double Loss, double Accuracy) Divided(TreesCase expected, int division)
    {
        var set = ExampleSet.Named(expected.Data);
        var rows = Enumerable.Range(0, set.Rows).Select(row => (row + (division * set.Rows / Divisions)) % set.Rows).ToList();
        var cut = set.Rows * 3 / 4;
        var request = set.Request(new BoostedTreesTrainer(), expected.Task, 0.75, Settings(100)) with
        {
            Train = set.Take(rows[..cut]),
            Validation = set.Take(rows[cut..]),
        };
        var result = Boost(request);
        var loss = result.Steps[^1].ValidationLoss;
        return expected.Task == LearningTask.Regression
            ? (Math.Sqrt(loss), 0)
            : (loss, Accuracy(result.Ensemble, request.Validation));
    }

    private static (string Name, double Value)[] Settings(int rounds) =>
        [("num_iterations", rounds), ("early_stopping_rounds", 0), ("num_leaves", 31), ("lambda_l2", 0)];

    private static BoostingResult Boost(TrainingRequest request) =>
        BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken);

    private static double Accuracy(Ensemble ensemble, TrainingSet set)
    {
        var right = 0;
        for (var row = 0; row < set.Labels.Length; row++)
        {
            var scores = ensemble.Scores(set.Features.Row(row));
            var best = scores.Length == 1 ? (DeterministicMath.Sigmoid(scores[0]) > 0.5 ? 1 : 0) : Array.IndexOf(scores, scores.Max());
            right += best == (int)set.Labels[row] ? 1 : 0;
        }

        return (double)right / set.Labels.Length;
    }
}
