using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Calibration;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Training.Calibration;

/// <summary>Expected values: scikit-learn's _SigmoidCalibration and IsotonicRegression, and SciPy.</summary>
public sealed class CalibrationScikitLearnTests
{
    public static TheoryData<string> Names => [.. CalibrationCase.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Platts_slope_and_intercept_are_at_the_minimum_that_scikit_learn_stops_near(string name)
    {
        var expected = CalibrationCase.All.Single(item => item.Name == name);
        var summary = Calibrated(expected, CalibrationMethod.Platt).Summary;
        summary.Method.ShouldBe("platt");
        summary.Rows.ShouldBe(expected.Labels.Length);
        summary.Slope!.Value.ShouldBe(expected.Exact[0], 1e-8);
        summary.Intercept!.Value.ShouldBe(expected.Exact[1], 1e-8);
        summary.Slope!.Value.ShouldBe(expected.Platt[0], 1e-4);
        summary.Intercept!.Value.ShouldBe(expected.Platt[1], 1e-4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_graph_of_Platts_method_is_the_logistic_function_of_the_log_odds(string name)
    {
        var expected = CalibrationCase.All.Single(item => item.Name == name);
        var outputs = Outputs(Calibrated(expected, CalibrationMethod.Platt).Model, expected.Grid);
        for (var i = 0; i < expected.Grid.Length; i++)
        {
            var logOdds = Math.Log(Math.Max(expected.Grid[i], 1e-7)) - Math.Log(Math.Max(1 - expected.Grid[i], 1e-7f));
            var wanted = 1 / (1 + Math.Exp(-((expected.Exact[0] * logOdds) + expected.Exact[1])));
            ((double)outputs[(2 * i) + 1]).ShouldBe(wanted, 1e-6, $"{expected.Grid[i]}");
            ((double)outputs[2 * i]).ShouldBe(1 - wanted, 1e-6, $"{expected.Grid[i]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_graph_of_isotonic_regression_gives_what_scikit_learn_predicts(string name)
    {
        var expected = CalibrationCase.All.Single(item => item.Name == name);
        var (model, summary) = Calibrated(expected, CalibrationMethod.Isotonic);
        summary.Points!.Value.ShouldBeInRange(2, expected.Labels.Length);
        var outputs = Outputs(model, expected.Grid);
        for (var i = 0; i < expected.Grid.Length; i++)
        {
            ((double)outputs[(2 * i) + 1]).ShouldBe(expected.Isotonic[i], 1e-6, $"{expected.Grid[i]}");
            ((double)outputs[2 * i]).ShouldBe(1 - expected.Isotonic[i], 1e-6, $"{expected.Grid[i]}");
        }
    }

    [Fact]
    public void Scores_that_are_all_the_same_become_the_share_of_positive_rows()
    {
        var constant = CalibrationCase.All[0] with { Positive = [.. Enumerable.Repeat(0.9f, 40)], Labels = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 1f : 0f)] };
        Outputs(Calibrated(constant, CalibrationMethod.Isotonic).Model, [0.1f, 0.9f]).ShouldBe([0.75f, 0.25f, 0.75f, 0.25f]);
        Outputs(Calibrated(constant, CalibrationMethod.Platt).Model, [0.9f])[1].ShouldBe(0.25f, 0.02f);
    }

    [Fact]
    public void Validation_rows_of_one_class_are_an_error()
    {
        var diagnostics = new DiagnosticBag();
        Calibrate(CalibrationCase.All[0] with { Positive = [0.1f, 0.2f], Labels = [1, 1] }, CalibrationMethod.Platt, diagnostics).ShouldBeNull();
        diagnostics.Single().ToString().ShouldBe(
            "error MLOPS3016: the probabilities cannot be calibrated: 2 of 2 validation rows are positive, and both classes are needed. "
            + "Give 'split' a larger 'validation', or remove 'calibration'.");
    }

    private static (byte[] Model, CalibrationSummary Summary) Calibrated(CalibrationCase item, CalibrationMethod method) =>
        Calibrate(item, method, []).ShouldNotBeNull();

    // A head that passes its two features on as probabilities.
    private static (byte[] Model, CalibrationSummary Summary)? Calibrate(CalibrationCase item, CalibrationMethod method, DiagnosticBag diagnostics)
    {
        var head = new HeadGraph(2).WithProbabilities(TrainerResult.FeaturesInput, 2);
        var rows = new TrainingSet { Features = Both(item.Positive), Labels = item.Labels };
        return Calibrator.Calibrate(method, head, rows, new ThreadTeam(2, TestContext.Current.CancellationToken), diagnostics);
    }

    private static float[] Outputs(byte[] model, float[] positive)
    {
        var inputs = new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(Both(positive).Values, positive.Length, 2) };
        return ((Tensor<float>)ManagedModelSession.Load(model).Run(inputs)[ModelSignature.ProbabilitiesOutput]).Values;
    }

    private static FeatureMatrix Both(float[] positive) =>
        new(positive.Length, ["negative", "positive"], [.. positive.SelectMany(p => (float[])[1 - p, p])]);
}
