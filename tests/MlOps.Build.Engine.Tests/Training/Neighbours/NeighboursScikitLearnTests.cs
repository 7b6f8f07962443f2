using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Neighbours;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Training.Neighbours;

/// <summary>Expected values: scikit-learn's KNeighborsClassifier and KNeighborsRegressor.</summary>
public sealed class NeighboursScikitLearnTests
{
    public static TheoryData<string, string> Cases => [.. NeighboursCase.All.Select(item => (item.Data, item.Weights))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_exported_graph_predicts_what_scikit_learn_does(string data, string weights)
    {
        var expected = NeighboursCase.All.Single(item => item.Data == data && item.Weights == weights);
        var trainer = new NeighboursTrainer();
        var request = ExampleSet.Named(data).Request(
            trainer, expected.Task, 0.75, ("n_neighbors", expected.Neighbours), ("weights", weights == "distance" ? 1 : 0));
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        var actual = Run(model, ExampleSet.Named(data).Features.Take(expected.Rows));
        var wanted = expected.Outputs.SelectMany(row => row).ToArray();
        actual.Length.ShouldBe(wanted.Length);
        for (var i = 0; i < wanted.Length; i++)
            ((double)actual[i]).ShouldBe(wanted[i], 1e-6 * Math.Max(1, Math.Abs(wanted[i])), $"value {i}");
    }

    [Fact]
    public void Of_training_rows_that_are_equally_far_the_earlier_one_counts()
    {
        var trainer = new NeighboursTrainer();
        var request = Small(trainer, ("n_neighbors", 1)) with
        {
            Train = new TrainingSet { Features = new FeatureMatrix(4, ["a", "b"], [3, 0, 0, 3, -3, 0, 0, -3]), Labels = [1, 0, 0, 0] },
        };
        Run(trainer.Train(request, null, TestContext.Current.CancellationToken).Model, new FeatureMatrix(1, ["a", "b"], [0, 0])).ShouldBe([0, 1]);
    }

    // Rows far from 0 whose squares are large against their distances.
    [Fact]
    public void Training_rows_equal_to_the_row_share_it_and_leave_nothing_to_others()
    {
        var trainer = new NeighboursTrainer();
        var request = Small(trainer, ("n_neighbors", 3), ("weights", 1)) with
        {
            Train = new TrainingSet
            {
                Features = new FeatureMatrix(5, ["a", "b"], [1e6f, 0.1f, -1e6f, 0.7f, 1e6f, 0.1f, 1e6f, 0.2f, 5, 5]),
                Labels = [1, 0, 0, 1, 1],
            },
        };
        var outputs = Run(trainer.Train(request, null, TestContext.Current.CancellationToken).Model, new FeatureMatrix(1, ["a", "b"], [1e6f, 0.1f]));
        outputs.ShouldBe([0.5f, 0.5f]);
    }

    [Fact]
    public void How_many_training_rows_the_model_carries_is_told()
    {
        var trainer = new NeighboursTrainer();
        var request = ExampleSet.Named("iris").Request(trainer, LearningTask.Multiclass);
        var result = trainer.Train(request, null, TestContext.Current.CancellationToken);
        result.TrainingRowsKept.ShouldBe(112);
        result.Steps.Single().ValidationLoss.ShouldBeInRange(0.01, 0.3);
    }

    private static TrainingRequest Small(ITrainer trainer, params (string Name, double Value)[] settings) =>
        ExampleSet.Named("breast_cancer").Request(trainer, LearningTask.Binary, 1, settings);

    private static float[] Run(byte[] model, FeatureMatrix features)
    {
        var tensor = Tensor.Create(features.Values, features.Rows, features.Columns);
        var outputs = ManagedModelSession.Load(model).Run(new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = tensor });
        return ((Tensor<float>)outputs.Values.Single()).Values;
    }
}
