using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>What must hold for boosted trees whatever the data is.</summary>
public sealed class TreePropertyTests
{
    [Fact]
    public void More_rounds_never_increase_the_squared_error_on_training_rows()
    {
        var steps = Boost(Request("diamonds", LearningTask.Regression, ("num_iterations", 80), ("early_stopping_rounds", 0))).Steps;
        steps.Count.ShouldBe(80);
        for (var i = 1; i < steps.Count; i++)
            steps[i].TrainLoss.ShouldBeLessThanOrEqualTo(steps[i - 1].TrainLoss);
    }

    [Theory]
    [InlineData("interactions", LearningTask.Binary)]
    [InlineData("penguins", LearningTask.Multiclass)]
    [InlineData("diamonds", LearningTask.Regression)]
    public void The_order_of_training_rows_does_not_change_a_tree(string data, LearningTask task)
    {
        var request = Request(data, task, ("num_iterations", 20), ("early_stopping_rounds", 0));
        var rows = Enumerable.Range(0, request.Train.Labels.Length).ToArray();
        new SeededRandom(5).Shuffle<int>(rows);
        var shuffled = request with { Train = ExampleSet.Named(data).Take(rows) };
        var trainer = new BoostedTreesTrainer();
        trainer.Train(shuffled, null, TestContext.Current.CancellationToken).Model
            .ShouldBe(trainer.Train(request, null, TestContext.Current.CancellationToken).Model);
    }

    [Fact]
    public void Every_leaf_holds_enough_rows_and_no_tree_is_deeper_or_wider_than_asked()
    {
        var request = Request(
            "credit", LearningTask.Binary, ("num_iterations", 10), ("min_data_in_leaf", 37), ("max_depth", 4), ("num_leaves", 12));
        var ensemble = Boost(request).Ensemble;
        foreach (var tree in ensemble.Trees)
        {
            tree.LeafValues.Length.ShouldBeLessThanOrEqualTo(12);
            Depth(tree, 0).ShouldBeLessThanOrEqualTo(4);
            var counts = new int[tree.LeafValues.Length];
            for (var row = 0; row < request.Train.Labels.Length; row++)
                counts[tree.LeafOf(BinsOf(ensemble, request.Train.Features.Row(row)), 1)]++;
            counts.Min().ShouldBeGreaterThanOrEqualTo(37);
        }
    }

    [Fact]
    public void One_label_a_million_times_the_others_size_does_not_starve_them()
    {
        var set = ExampleSet.Named("diamonds");
        var request = Request(
            "diamonds", LearningTask.Regression, ("num_iterations", 300), ("min_data_in_leaf", 1), ("learning_rate", 0.3));
        var labels = (float[])request.Train.Labels.Clone();
        labels[10] = 5e9f;
        var result = Boost(request with { Train = request.Train with { Labels = labels }, Validation = set.Take([]) });
        var rows = Enumerable.Range(0, labels.Length).Where(row => row != 10).ToList();
        var mean = rows.Average(row => (double)labels[row]);
        var left = rows.Sum(row => Math.Pow(result.Ensemble.Scores(request.Train.Features.Row(row))[0] - labels[row], 2));
        left.ShouldBeLessThan(0.1 * rows.Sum(row => Math.Pow(mean - labels[row], 2)));
    }

    [Fact]
    public void A_weight_of_two_counts_like_the_row_twice()
    {
        var set = ExampleSet.Named("diabetes");
        var rows = Enumerable.Range(0, 300).ToList();
        var declared = new[] { ("num_iterations", 20.0), ("min_data_in_leaf", 1), ("min_sum_hessian_in_leaf", 5), ("max_bin", 255.0) };
        var request = Request("diabetes", LearningTask.Regression, declared) with { Validation = set.Take([]) };
        var weights = rows.Select(row => row % 3 == 0 ? 2f : 1f).ToArray();
        var weighted = Boost(request with { Train = set.Take(rows, weights) }).Ensemble;
        var doubled = Boost(request with { Train = set.Take(rows.Concat(rows.Where(row => row % 3 == 0))) }).Ensemble;
        foreach (var row in rows)
            weighted.Scores(set.Features.Row(row))[0].ShouldBe(doubled.Scores(set.Features.Row(row))[0], 1e-3);
    }

    [Fact]
    public void Training_stops_when_validation_has_not_improved_for_long_enough_and_keeps_the_best_round()
    {
        var result = Boost(Request("interactions", LearningTask.Binary, ("num_iterations", 2000), ("early_stopping_rounds", 12)));
        result.StoppedEarly.ShouldBeTrue();
        result.Steps.Count.ShouldBe(result.BestStep + 12);
        result.Ensemble.Trees.Count.ShouldBe(result.BestStep);
        result.Steps.Min(step => step.ValidationLoss).ShouldBe(result.Steps[result.BestStep - 1].ValidationLoss);
    }

    [Fact]
    public void Training_ends_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var progress = new CancelAt(3, source);
        var request = Request("diamonds", LearningTask.Regression);
        Should.Throw<OperationCanceledException>(() => new BoostedTreesTrainer().Train(request, progress, source.Token));
        progress.Last.ShouldBe(3);
    }

    private static BoostingResult Boost(TrainingRequest request) =>
        BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken);

    private static TrainingRequest Request(string data, LearningTask task, params (string Name, double Value)[] declared) =>
        ExampleSet.Named(data).Request(new BoostedTreesTrainer(), task, 0.75, declared);

    private static byte[] BinsOf(Ensemble ensemble, ReadOnlySpan<float> row)
    {
        var bins = new byte[row.Length];
        for (var i = 0; i < bins.Length; i++)
            bins[i] = ensemble.Bins[i].BinOf(row[i]);
        return bins;
    }

    private static int Depth(Tree tree, int child) =>
        child < 0 || !tree.HasSplits ? 0 : 1 + Math.Max(Depth(tree, tree.Nodes[child].Left), Depth(tree, tree.Nodes[child].Right));

    private sealed class CancelAt(int step, CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        public int Last { get; private set; }

        public void Report(TrainingProgress value)
        {
            Last = value.Step;
            if (value.Step == step)
                source.Cancel();
        }
    }
}
