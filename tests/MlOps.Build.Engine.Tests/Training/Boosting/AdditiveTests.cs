using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Boosting;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

/// <summary>Additive models: round by round scikit-learn's boosting with one feature a tree, and additive whatever they learn.</summary>
public sealed class AdditiveTests
{
    private static readonly AdditiveTrainer Trainer = new();

    [Fact]
    public void Each_round_is_scikit_learns_with_one_feature_a_tree()
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "additive.json"))).RootElement
            .GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble()).ToArray();
        var request = ExampleSet.Named("steps_number").Request(
            Trainer, LearningTask.Regression, 0.75, ("num_iterations", expected.Length), ("early_stopping_rounds", 0));
        var steps = Trainer.Train(request, null, TestContext.Current.CancellationToken).Steps;
        for (var i = 0; i < expected.Length; i++)
            steps[i].ValidationLoss.ShouldBe(expected[i], 1e-6 * expected[i], $"round {i + 1}");
    }

    [Fact]
    public void What_a_feature_adds_does_not_depend_on_the_others()
    {
        var request = ExampleSet.Named("diabetes").Request(Trainer, LearningTask.Regression);
        var model = Trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        var features = request.Validation.Features;
        // Rows a and b, and each with the other's first half of the features: the sums of opposite corners are equal.
        var (columns, half) = (features.Columns, features.Columns / 2);
        var (a, b) = (features.Row(0).ToArray(), features.Row(1).ToArray());
        var corners = new FeatureMatrix(4, features.Names, [.. a, .. b, .. a[..half], .. b[half..], .. b[..half], .. a[half..]]);
        var outputs = new HeadRun(model, new ThreadTeam(1, TestContext.Current.CancellationToken)).Outputs(corners);
        columns.ShouldBeGreaterThan(half);
        (outputs[0] + outputs[1]).ShouldBe(outputs[2] + outputs[3], 1e-3);
        outputs[0].ShouldNotBe(outputs[2]);
    }

    [Fact]
    public void Categories_of_a_column_are_one_function_and_a_number_is_another() =>
        AdditiveTrainer.Columns(new FeatureMatrix(2, ["carat", "cut=Fair", "cut=Good", "rate=low", "rate=high"], [0.3f, 1, 0, 2, 3, 0.7f, 0, 1, 0, 1]))
            .Select(group => string.Join(' ', group)).ShouldBe(["0", "1 2", "3", "4"]);

    [Fact]
    public void Interactions_are_refused()
    {
        var request = ExampleSet.Named("diabetes").Request(Trainer, LearningTask.Regression) with { Interactions = [[0, 1]] };
        Trainer.Problem(request).ShouldNotBeNull().ShouldStartWith("no column depends on another");
    }

    [Fact]
    public void A_sum_of_functions_is_learned_better_than_by_a_straight_line()
    {
        var random = new SeededRandom(8);
        var rows = 1200;
        var values = Enumerable.Range(0, rows * 2).Select(_ => (float)((random.NextDouble() * 6) - 3)).ToArray();
        var labels = Enumerable.Range(0, rows).Select(row => (float)(Math.Sin(2 * values[2 * row]) + Math.Abs(values[(2 * row) + 1]))).ToArray();
        var features = new FeatureMatrix(rows, ["a", "b"], values);
        var request = new TrainingRequest
        {
            Task = LearningTask.Regression,
            ClassCount = 0,
            Train = Take(features, labels, 0, 900),
            Validation = Take(features, labels, 900, rows),
            Hyperparameters = HyperparameterResolver.Resolve(Trainer, new Dictionary<string, double>()),
            Seed = 1,
        };
        var result = Trainer.Train(request, null, TestContext.Current.CancellationToken);
        // The labels' variance is about 1.2; no noise is in them.
        result.Steps[result.BestStep - 1].ValidationLoss.ShouldBeLessThan(0.02);
    }

    private static TrainingSet Take(FeatureMatrix features, float[] labels, int from, int to) =>
        new() { Features = features.Take([.. Enumerable.Range(from, to - from)]), Labels = labels[from..to] };
}
