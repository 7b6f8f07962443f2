using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

public sealed class ConstraintTests
{
    [Theory]
    [InlineData("steps_two", LearningTask.Binary)]
    [InlineData("steps_number", LearningTask.Regression)]
    [InlineData("interactions", LearningTask.Binary)]
    public void The_prediction_never_moves_against_a_monotone_constraint(string data, LearningTask task)
    {
        var features = ExampleSet.Named(data).Features;
        int[] directions = [.. Enumerable.Range(0, features.Columns).Select(i => i switch { 0 => 1, 2 => -1, _ => 0 })];
        var ensemble = Boost(data, task, request => request with { Monotone = directions });
        var moved = 0;
        for (var row = 0; row < 200; row++)
        {
            foreach (var feature in new[] { 0, 2 })
            {
                var values = features.Row(row).ToArray();
                var last = double.NaN;
                for (var x = -25f; x <= 25; x += 0.5f)
                {
                    values[feature] = x;
                    var score = directions[feature] * ensemble.Scores(values)[0];
                    (score < last).ShouldBeFalse();
                    moved += score > last ? 1 : 0;
                    last = score;
                }
            }
        }

        moved.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Without_the_constraint_it_does()
    {
        var ensemble = Boost("steps_number", LearningTask.Regression, request => request);
        var values = ExampleSet.Named("steps_number").Features.Row(0).ToArray();
        var scores = Enumerable.Range(-20, 41).Select(x => { values[2] = x; return ensemble.Scores(values)[0]; }).ToList();
        scores.Zip(scores.Skip(1)).ShouldContain(pair => pair.First < pair.Second);
    }

    [Fact]
    public void On_every_path_there_are_only_features_of_one_group()
    {
        var ensemble = Boost("steps_number", LearningTask.Regression, request => request with { Interactions = [[0, 1], [2, 3]] });
        HashSet<int>[] groups = [[0, 1], [2, 3], [4]];
        var pairs = 0;
        foreach (var path in ensemble.Trees.SelectMany(tree => Paths(tree, 0, [])))
        {
            groups.ShouldContain(group => path.All(group.Contains));
            pairs += path.Distinct().Count() == 2 ? 1 : 0;
        }

        pairs.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Classes_of_balanced_weight_have_it_whatever_their_rows()
    {
        var request = ExampleSet.Named("credit").Request(new BoostedTreesTrainer(), LearningTask.Binary, 0.75, ("class_weight", 1), ("num_iterations", 1));
        var weights = ClassWeights.Of(request).ShouldNotBeNull();
        foreach (var label in new[] { 0f, 1f })
            weights.Where((_, row) => request.Train.Labels[row] == label).Sum(weight => (double)weight).ShouldBe(weights.Length / 2.0, 1e-2);
        BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken).Ensemble.InitialScores[0].ShouldBe(0, 1e-6f);
    }

    private static IEnumerable<List<int>> Paths(Tree tree, int child, List<int> path)
    {
        if (child < 0 || !tree.HasSplits)
            return [path];
        List<int> longer = [.. path, tree.Nodes[child].Feature];
        return Paths(tree, tree.Nodes[child].Left, longer).Concat(Paths(tree, tree.Nodes[child].Right, longer));
    }

    private static Ensemble Boost(string data, LearningTask task, Func<TrainingRequest, TrainingRequest> constrain)
    {
        var request = ExampleSet.Named(data).Request(new BoostedTreesTrainer(), task, 0.75, ("num_iterations", 30), ("early_stopping_rounds", 0));
        return BoostedTreesTrainer.Boost(constrain(request), null, TestContext.Current.CancellationToken).Ensemble;
    }
}
