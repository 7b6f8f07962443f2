using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Slices;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class EvaluatorTests
{
    [Fact]
    public void A_model_differs_from_itself_by_exactly_nothing()
    {
        var (labels, scores) = Samples.Noisy(300, 0.5, 1);
        var summary = Samples.Evaluate(Samples.Request(labels, scores) with { References = [Reference("twin", scores)] });

        var twin = summary.References.ShouldHaveSingleItem();
        twin.Metrics.ShouldBe(summary.Metrics);
        foreach (var difference in twin.Differences)
            (difference.Value, difference.Low, difference.High).ShouldBe((0, 0, 0), difference.Name);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_whatever_the_threads()
    {
        var (labels, scores) = Samples.Noisy(400, 0.4, 2);
        var request = Samples.Request(labels, scores) with
        {
            References = [Reference("baseline", Samples.Noisy(400, 0, 3).Positive)],
            Slices = [new SliceColumn("Size", [.. labels.Select((_, row) => row % 3 == 0 ? "Small" : "Large")])],
        };

        var one = Json(request with { Threads = 1 });
        Json(request with { Threads = 2 }).ShouldBe(one);
        Json(request with { Threads = 7 }).ShouldBe(one);
        Json(request with { Seed = request.Seed + 1 }).ShouldNotBe(one);
    }

    [Fact]
    public void A_better_model_is_better_than_its_baseline_beyond_doubt()
    {
        var (labels, scores) = Samples.Noisy(600, 0.8, 4);
        var request = Samples.Request(labels, scores) with { References = [Reference("baseline", [.. labels.Select(_ => 0.33f)])] };

        var baseline = Samples.Evaluate(request).References.ShouldHaveSingleItem();
        baseline.Metrics.Metric("auc").ShouldBe(new MetricValue { Name = "auc", Value = 0.5, Low = 0.5, High = 0.5 });
        baseline.Metrics.Metric("pr_auc").Value.ShouldNotBeNull().ShouldBe((double)labels.Sum() / labels.Length, 1e-15);
        baseline.Differences.Metric("pr_auc").Low.ShouldNotBeNull().ShouldBeGreaterThan(0);
        baseline.Differences.Metric("log_loss").High.ShouldNotBeNull().ShouldBeLessThan(0);
    }

    [Fact]
    public void A_metric_that_the_reference_lacks_has_no_difference()
    {
        var (labels, scores) = Samples.Noisy(100, 0.8, 4);
        var request = Samples.Request(labels, scores) with { References = [Reference("baseline", [.. labels.Select(_ => 0.33f)])] };

        var difference = Samples.Evaluate(request).References[0].Differences.Metric("precision");
        (difference.Value, difference.Low).ShouldBe((null, null));
        difference.Reason.ShouldBe("the reference has none: no row is predicted positive");
    }

    [Fact]
    public void Confusion_counts_every_row_once()
    {
        float[] labels = [0, 0, 1, 1, 1];
        var summary = Samples.Evaluate(Samples.Request(labels, [0.1f, 0.6f, 0.2f, 0.5f, 0.9f]));

        summary.Confusion[0].ShouldBe([1, 1]);
        summary.Confusion[1].ShouldBe([1, 2]);
        summary.Threshold.ShouldBe(0.5);
        summary.PrimaryMetric.ShouldBe("pr_auc");
    }

    [Fact]
    public void Regression_has_its_own_metrics_and_no_confusion()
    {
        var request = Samples.Request([], []) with { Task = LearningTask.Regression, Classes = [], Labels = [1, 2, 4], Scores = [1, 2, 3] };
        var summary = Samples.Evaluate(request);

        summary.Metrics.Select(metric => metric.Name).ShouldBe(["rmse", "mae", "r2", "median_ae", "max_error", "mape", "smape"]);
        summary.Confusion.ShouldBeEmpty();
        summary.Threshold.ShouldBeNull();
        summary.Curves.Single(curve => curve.Name == "residual").Points.ShouldBe([new(1, 1), new(2, 2), new(4, 3)]);
    }

    [Fact]
    public void Cancellation_stops_the_resampling()
    {
        var (labels, scores) = Samples.Noisy(50, 0.5, 1);
        Should.Throw<OperationCanceledException>(
            () => Evaluator.Evaluate(Samples.Request(labels, scores), [], new CancellationToken(canceled: true)));
    }

    private static ReferenceScores Reference(string name, float[] positive) =>
        new() { Name = name, DisplayName = name, Scores = Samples.TwoColumns(positive) };

    private static string Json(EvaluationRequest request) =>
        JsonSerializer.Serialize(Samples.Evaluate(request), ContractsJson.Default.EvaluationSummary);
}
