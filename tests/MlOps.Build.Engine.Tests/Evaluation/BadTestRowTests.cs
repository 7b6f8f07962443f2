using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class BadTestRowTests
{
    private readonly DiagnosticBag _diagnostics = [];

    [Fact]
    public void No_test_rows_is_an_error() =>
        ShouldFail(Samples.Request([], []), EvaluationCodes.NoTestRows, "No test row has a label 'Damaged'");

    [Fact]
    public void Test_rows_without_a_positive_are_an_error_that_still_leaves_what_can_be_said()
    {
        var summary = Evaluate(Samples.Request([0, 0, 0], [0.1f, 0.2f, 0.6f]));

        ShouldReport(EvaluationCodes.OneClassInTest, DiagnosticSeverity.Error, "All 3 test rows have 'Damaged' = 'no'");
        summary.ShouldNotBeNull().Metrics.Metric("auc").Reason.ShouldBe("there are no positive rows");
        summary.Metrics.Metric("accuracy").Value.ShouldBe(2.0 / 3);
        summary.Curves.Select(curve => curve.Name).ShouldBe(["calibration"]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1.5f)]
    public void A_score_that_is_no_probability_is_an_error_that_names_the_row(float score) =>
        ShouldFail(
            Samples.Request([0, 1, 0], [0.1f, score, 0.2f]),
            EvaluationCodes.InvalidScore,
            "for test row 2; probabilities are 0..1. 2 of 6");

    [Fact]
    public void A_reference_with_such_scores_is_left_out()
    {
        var request = Samples.Request([0, 1, 0], [0.1f, 0.7f, 0.2f]) with
        {
            References = [new() { Name = "linear", DisplayName = "Linear", Scores = Samples.TwoColumns([0.1f, float.NaN, 0.3f]) }],
        };

        Evaluate(request).ShouldNotBeNull().References.ShouldBeEmpty();
        ShouldReport(
            EvaluationCodes.InvalidScore, DiagnosticSeverity.Warning, "'Linear', left out of the comparison, gave NaN for test row 2");
    }

    [Fact]
    public void A_class_without_test_rows_is_a_warning()
    {
        var request = Samples.Request([0, 1], []) with
        {
            Task = LearningTask.Multiclass,
            Classes = ["a", "b", "c"],
            Scores = [0.5f, 0.3f, 0.2f, 0.2f, 0.6f, 0.2f],
        };

        Evaluate(request).ShouldNotBeNull().Metrics.Metric("accuracy").Value.ShouldBe(1);
        ShouldReport(EvaluationCodes.ClassNotInTest, DiagnosticSeverity.Warning, "No test row has 'Damaged' = 'c'");
    }

    [Fact]
    public void Few_test_rows_are_a_warning()
    {
        Evaluate(Samples.Request([0, 1], [0.2f, 0.7f])).ShouldNotBeNull();
        ShouldReport(EvaluationCodes.FewTestRows, DiagnosticSeverity.Warning, "The test part has 2 rows");
    }

    [Fact]
    public void One_row_has_values_but_no_intervals()
    {
        var request = Samples.Request([], []) with { Task = LearningTask.Regression, Classes = [], Labels = [1], Scores = [3] };
        var metrics = Evaluate(request).ShouldNotBeNull().Metrics;

        metrics.Metric("mae").ShouldBe(new MetricValue { Name = "mae", Value = 2, Reason = "no interval: one row cannot be resampled" });
        metrics.Metric("r2").ShouldBe(new MetricValue { Name = "r2", Reason = "one row is not enough" });
    }

    [Fact]
    public void Scores_of_the_wrong_length_are_a_bug_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Evaluate(Samples.Request([0, 1], [0.5f])));

    private EvaluationSummary? Evaluate(EvaluationRequest request) =>
        Evaluator.Evaluate(request, _diagnostics, TestContext.Current.CancellationToken);

    private void ShouldFail(EvaluationRequest request, string code, string message)
    {
        Evaluate(request).ShouldBeNull();
        ShouldReport(code, DiagnosticSeverity.Error, message);
    }

    private void ShouldReport(string code, DiagnosticSeverity severity, string message)
    {
        var finding = _diagnostics.Where(item => item.Code == code).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(severity);
        finding.Message.ShouldContain(message);
    }
}
