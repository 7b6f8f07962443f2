using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Bayes;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Training.Bayes;

/// <summary>Expected values: scikit-learn's GaussianNB, CategoricalNB and BernoulliNB.</summary>
public sealed class NaiveBayesScikitLearnTests
{
    private const int Step = 7;

    public static TheoryData<string, string> Cases => [.. NaiveBayesCase.All.Select(item => (item.Name, item.Data))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Joint_log_likelihoods_are_those_of_scikit_learn(string name, string data)
    {
        var expected = NaiveBayesCase.All.Single(item => item.Name == name && item.Data == data);
        var request = Request(expected);
        var model = NaiveBayesTrainer.Fit(request);
        for (var i = 0; i < expected.Scores.Length; i++)
        {
            var actual = model.Scores(request.Train.Features.Row(i * Step));
            for (var k = 0; k < actual.Length; k++)
                actual[k].ShouldBe(expected.Scores[i][k], 1e-8 * Math.Max(1, Math.Abs(expected.Scores[i][k])), $"row {i * Step}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_exported_graph_gives_scikit_learns_probabilities(string name, string data)
    {
        var expected = NaiveBayesCase.All.Single(item => item.Name == name && item.Data == data);
        var request = Request(expected);
        var features = request.Train.Features;
        var model = new NaiveBayesTrainer().Train(request, null, TestContext.Current.CancellationToken).Model;
        var tensor = Tensor.Create(features.Values, features.Rows, features.Columns);
        var outputs = ManagedModelSession.Load(model).Run(new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = tensor });
        var actual = ((Tensor<float>)outputs.Values.Single()).Values;
        for (var i = 0; i < expected.Scores.Length; i++)
        {
            var wanted = (double[])expected.Scores[i].Clone();
            DeterministicMath.Softmax(wanted);
            for (var k = 0; k < wanted.Length; k++)
                ((double)actual[(i * Step * wanted.Length) + k]).ShouldBe(wanted[k], 1e-6, $"row {i * Step}");
        }
    }

    [Fact]
    public void A_class_without_training_rows_is_never_predicted()
    {
        var request = Request(NaiveBayesCase.All[0]);
        var model = NaiveBayesTrainer.Fit(request with { ClassCount = 4 });
        model.Scores(request.Train.Features.Row(0))[3].ShouldBe(-1e30);
        model.LogLoss(request.Train).ShouldBe(NaiveBayesTrainer.Fit(request).LogLoss(request.Train), 1e-12);
    }

    [Fact]
    public void Categories_of_one_name_are_apart_when_a_row_has_two_of_them()
    {
        string[] names = ["a=1", "a=2", "b=1", "b=2", "number=1", "plain"];
        var both = new FeatureMatrix(2, names, [1, 1, 1, 0, 2, 0, 0, 1, 0, 1, 1, 1]);
        FeatureGroups.Of(both).ShouldBe(
        [
            new FeatureGroup(0, 1, false), new FeatureGroup(1, 1, false), new FeatureGroup(2, 2, false), new FeatureGroup(4, 1, true),
            new FeatureGroup(5, 1, false),
        ]);
    }

    private static TrainingRequest Request(NaiveBayesCase expected)
    {
        var trainer = new NaiveBayesTrainer();
        var set = ExampleSet.Named(expected.Data).Complete();
        var weights = expected.Weighted ? Enumerable.Range(0, set.Rows).Select(row => 1f + (row % 3)).ToArray() : null;
        var request = set.Request(
            trainer, LearningTask.Multiclass, 1, ("var_smoothing", expected.VarSmoothing), ("alpha", expected.Alpha));
        var all = set.All(weights);
        return request with { Train = all with { Features = Columns(all.Features, expected) } };
    }

    private static FeatureMatrix Columns(FeatureMatrix features, NaiveBayesCase expected)
    {
        string[] names = expected.Names ?? [.. features.Names.Skip(expected.First)];
        var last = expected.First == 0 ? features.Columns : expected.First + 3;
        var values = Enumerable.Range(0, features.Rows).SelectMany(row => features.Row(row)[expected.First..last].ToArray());
        return new FeatureMatrix(features.Rows, names[..(last - expected.First)], [.. values]);
    }
}
