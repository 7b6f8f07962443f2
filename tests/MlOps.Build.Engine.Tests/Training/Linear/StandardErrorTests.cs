using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Linear;

namespace MlOps.Build.Engine.Tests.Training.Linear;

/// <summary>Expected values: NumPy and SciPy by statsmodels' formulas.</summary>
public sealed class StandardErrorTests
{
    public static TheoryData<string> Names => [.. StandardErrorCase.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Coefficients_standard_errors_and_p_values_are_those_of_NumPy(string name)
    {
        var expected = StandardErrorCase.All.Single(item => item.Name == name);
        var table = Table(Request(expected)).ShouldNotBeNull();
        table.StandardErrors.ShouldBe(StandardErrors.Given);
        table.Coefficients.Count.ShouldBe(expected.Values.Length);
        for (var i = 0; i < expected.Values.Length; i++)
        {
            var actual = table.Coefficients[i];
            actual.Value.ShouldBe(expected.Values[i], 1e-6 * Math.Max(Math.Abs(expected.Values[i]), expected.Errors[i]), $"{actual.Feature}");
            actual.StandardError!.Value.ShouldBe(expected.Errors[i], 1e-6 * expected.Errors[i], $"{actual.Feature}");
            actual.PValue!.Value.ShouldBe(expected.P[i], 1e-6, $"{actual.Feature}");
        }
    }

    [Fact]
    public void The_intercept_comes_first_and_an_L1_penalty_leaves_coefficients_without_errors()
    {
        var request = Request(StandardErrorCase.All.Single(item => item.Name == "ridge"));
        var settings = request.Hyperparameters.ToDictionary();
        settings["l1"] = 5;
        var table = Table(request with { Hyperparameters = settings }).ShouldNotBeNull();
        table.StandardErrors.ShouldBe(StandardErrors.NoneAfterL1);
        table.Coefficients.Select(item => item.Feature).Take(3).ShouldBe([Coefficient.Intercept, "f0", "f1"]);
        table.Coefficients.ShouldAllBe(item => item.StandardError == null && item.PValue == null);
    }

    [Fact]
    public void A_feature_that_is_a_combination_of_others_has_an_error_only_under_a_penalty()
    {
        var request = Request(StandardErrorCase.All.Single(item => item.Name == "least squares"));
        var doubled = request with { Train = request.Train with { Features = WithSum(request.Train.Features) } };
        Table(doubled)!.StandardErrors.ShouldBe(StandardErrors.NoneCollinear);
        var settings = request.Hyperparameters.ToDictionary();
        settings["l2"] = 1;
        Table(doubled with { Hyperparameters = settings })!.StandardErrors.ShouldBe(StandardErrors.Given);
    }

    [Fact]
    public void A_constant_feature_has_no_error_and_spoils_no_other()
    {
        var request = Request(StandardErrorCase.All.Single(item => item.Name == "least squares"));
        var features = request.Train.Features;
        var values = Enumerable.Range(0, features.Rows).SelectMany(row => (float[])[.. features.Row(row), 3]);
        var wider = new FeatureMatrix(features.Rows, [.. features.Names, "constant"], [.. values]);
        var table = Table(request with { Train = request.Train with { Features = wider } }).ShouldNotBeNull();
        table.Coefficients[^1].StandardError.ShouldBeNull();
        table.Coefficients[1].StandardError!.Value.ShouldBe(Table(request)!.Coefficients[1].StandardError!.Value, 1e-9);
    }

    private static FeatureMatrix WithSum(FeatureMatrix features)
    {
        var values = Enumerable.Range(0, features.Rows).SelectMany(row => (float[])[.. features.Row(row), features.Row(row)[0] + features.Row(row)[1]]);
        return new FeatureMatrix(features.Rows, [.. features.Names, "sum"], [.. values]);
    }

    private static CoefficientTable? Table(TrainingRequest request)
    {
        ITrainer trainer = request.Task == LearningTask.Regression ? new LinearRegressionTrainer() : new LogisticRegressionTrainer();
        return trainer.Train(request, null, TestContext.Current.CancellationToken).Coefficients;
    }

    private static TrainingRequest Request(StandardErrorCase expected)
    {
        ITrainer trainer = expected.Task == LearningTask.Regression ? new LinearRegressionTrainer() : new LogisticRegressionTrainer();
        var set = ExampleSet.Named(expected.Data);
        var weights = expected.Weighted ? Enumerable.Range(0, set.Rows).Select(row => 1f + (row % 3)).ToArray() : null;
        var request = set.Request(trainer, expected.Task, 1, ("l2", expected.L2), ("tolerance", 1e-11), ("max_iterations", 20_000));
        var all = set.All(weights);
        var values = Enumerable.Range(0, set.Rows).SelectMany(row => set.Features.Row(row)[..expected.Columns].ToArray());
        return request with { Train = all with { Features = new FeatureMatrix(set.Rows, [.. set.Features.Names.Take(expected.Columns)], [.. values]) } };
    }
}
