using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>Expected values: scikit-learn's HistGradientBoosting with the same settings, on rows that neither saw.</summary>
public sealed class TreesScikitLearnTests
{
    // Bins, ties and the scale of the softmax's hessian differ between the two, so single figures scatter: by some per cent, and a log
    // loss over fewer than a hundred unseen rows by a few hundredths.
    private const double Margin = 1.05;
    private const double LogLossMargin = 0.025;

    public static TheoryData<string> Sets => [.. ScikitLearnValues.All.Trees.Select(item => item.Data)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_loss_on_unseen_rows_is_not_above_scikit_learns_by_more_than_the_margin(string data)
    {
        var expected = ScikitLearnValues.All.Trees.Single(item => item.Data == data);
        var set = ExampleSet.Named(data);
        var trainer = new BoostedTreesTrainer();
        var request = set.Request(trainer, expected.Task, 0.75, ("num_iterations", 100), ("early_stopping_rounds", 0));
        request.Train.Labels.Length.ShouldBe(expected.Train);
        var result = BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken);
        var loss = result.Steps[^1].ValidationLoss;
        if (expected.Task == LearningTask.Regression)
        {
            Math.Sqrt(loss).ShouldBeLessThan(Margin * expected.Rmse!.Value);
            return;
        }

        loss.ShouldBeLessThan((Margin * expected.Log_loss!.Value) + LogLossMargin);
        Accuracy(result.Ensemble, request.Validation).ShouldBeGreaterThan(expected.Accuracy!.Value - 0.02);
    }

    [Fact]
    public void Penguins_are_told_apart_with_more_than_95_per_cent_accuracy()
    {
        var request = ExampleSet.Named("penguins").Request(new BoostedTreesTrainer(), LearningTask.Multiclass);
        var result = BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken);
        Accuracy(result.Ensemble, request.Validation).ShouldBeGreaterThan(0.95);
    }

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
