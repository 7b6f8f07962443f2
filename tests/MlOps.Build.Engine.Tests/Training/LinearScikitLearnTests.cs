using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Linear;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>Expected values: scikit-learn's LogisticRegression, Ridge, Lasso and ElasticNet on standardised features.</summary>
public sealed class LinearScikitLearnTests
{
    public static TheoryData<string, string> Cases =>
        [.. ScikitLearnValues.All.Linear.Select(item => (item.Name, item.Data))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Coefficients_and_scores_are_those_of_scikit_learn(string name, string data)
    {
        var expected = ScikitLearnValues.All.Linear.Single(item => item.Name == name && item.Data == data);
        var model = Fit(expected).Model;
        var set = ExampleSet.Named(data);
        var scale = LargestScore(expected, set.Features);
        for (var row = 0; row < set.Rows; row += 7)
        {
            var actual = Centered(model.Scores(set.Features.Row(row)), expected.Task);
            var wanted = Centered(Scores(expected, set.Features.Row(row)), expected.Task);
            for (var k = 0; k < wanted.Length; k++)
                actual[k].ShouldBe(wanted[k], 1e-5 * scale);
        }
    }

    [Fact]
    public void An_L1_penalty_makes_coefficients_exactly_zero_where_scikit_learn_does()
    {
        foreach (var expected in ScikitLearnValues.All.Linear.Where(item => item.L1 > 0 && item.L2 == 0))
        {
            var actual = Fit(expected).Model.Coefficients.Select(value => value == 0).ToArray();
            actual.ShouldBe(expected.Coefficients.SelectMany(row => row).Select(value => value == 0).ToArray(), expected.Name);
        }
    }

    // In units of the features' deviations, in which the penalty sees them; scikit-learn's saga stops at 1e-11 of its own.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Coefficients_of_standardised_features_are_those_of_scikit_learn(string name, string data)
    {
        var expected = ScikitLearnValues.All.Linear.Single(item => item.Name == name && item.Data == data);
        var fit = Fit(expected);
        var deviations = fit.Scale.InverseScales.Select(scale => 1 / scale).ToArray();
        var columns = deviations.Length;
        var wanted = expected.Coefficients.SelectMany(row => row.Zip(deviations, (value, by) => value * by)).ToArray();
        for (var i = 0; i < wanted.Length; i++)
            (fit.Model.Coefficients[i] * deviations[i % columns]).ShouldBe(wanted[i], 1e-6 * wanted.Max(Math.Abs), $"coefficient {i}");
    }

    private static LinearFit Fit(LinearCase expected)
    {
        ITrainer trainer = expected.Task == LearningTask.Regression ? new LinearRegressionTrainer() : new LogisticRegressionTrainer();
        var set = ExampleSet.Named(expected.Data);
        var weights = expected.Weighted ? Enumerable.Range(0, set.Rows).Select(row => 1f + (row % 3)).ToArray() : null;
        var request = set.Request(
            trainer, expected.Task, 1, ("l1", expected.L1), ("l2", expected.L2), ("tolerance", 1e-10), ("max_iterations", 20_000));
        request = request with { Train = set.All(weights) };
        return expected.Task == LearningTask.Regression
            ? LinearRegressionTrainer.Fit(request, null, TestContext.Current.CancellationToken)
            : LogisticRegressionTrainer.Fit(request, null, TestContext.Current.CancellationToken);
    }

    private static double[] Scores(LinearCase expected, ReadOnlySpan<float> row)
    {
        var scores = (double[])expected.Intercepts.Clone();
        for (var k = 0; k < scores.Length; k++)
        {
            for (var j = 0; j < row.Length; j++)
                scores[k] += expected.Coefficients[k][j] * row[j];
        }

        return scores;
    }

    private static double LargestScore(LinearCase expected, FeatureMatrix features) =>
        Enumerable.Range(0, features.Rows).Max(row => Scores(expected, features.Row(row)).Max(Math.Abs));

    // Softmax does not change when all scores move together, and intercepts are not penalised, so only differences are determined.
    private static double[] Centered(double[] scores, LearningTask task)
    {
        var shift = task == LearningTask.Multiclass ? scores.Average() : 0;
        return Array.ConvertAll(scores, score => score - shift);
    }
}
