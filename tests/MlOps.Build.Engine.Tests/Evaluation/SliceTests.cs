using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Slices;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class SliceTests
{
    [Fact]
    public void Slices_come_by_rows_without_small_ones_and_missing_values()
    {
        DiagnosticBag diagnostics = [];
        var values = Values(("Small", 5), ("Large", 40), (null, 30), ("Medium", 60), ("Huge", 3));
        var (labels, scores) = Samples.Noisy(values.Length, 0.5, 5);

        var summary = Evaluator.Evaluate(
            Request(labels, scores, values), diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();

        summary.Slices.Select(slice => (slice.Column, slice.Value, slice.Rows)).ShouldBe([("Size", "Medium", 60), ("Size", "Large", 40)]);
        diagnostics.Where(item => item.Code == EvaluationCodes.SmallSlices).ShouldHaveSingleItem()
            .Message.ShouldStartWith("2 of 4 values of 'Size' have fewer than 30 test rows (8 rows in all)");
    }

    [Fact]
    public void A_slice_is_judged_as_if_its_rows_were_all_there_is()
    {
        var values = Values(("A", 50), ("B", 70));
        var (labels, scores) = Samples.Noisy(values.Length, 0.5, 6);

        var slice = Samples.Evaluate(Request(labels, scores, values)).Slices[1];
        var alone = Samples.Evaluate(Samples.Request(labels[..50], scores[..50]));

        slice.Metrics.ShouldBe(alone.Metrics);
        slice.Positives.ShouldBe(labels[..50].Count(label => label == 1));
    }

    [Fact]
    public void A_slice_of_one_class_says_which_metrics_it_cannot_have()
    {
        var values = Values(("A", 40), ("B", 40));
        var (labels, scores) = Samples.Noisy(values.Length, 0.5, 7);
        labels.AsSpan(0, 40).Clear();

        var slice = Samples.Evaluate(Request(labels, scores, values)).Slices.Single(item => item.Value == "A");
        slice.Positives.ShouldBe(0);
        slice.Metrics.Metric("auc").ShouldBe(new MetricValue { Name = "auc", Reason = "there are no positive rows" });
        slice.Metrics.Metric("brier").Value.ShouldNotBeNull();
    }

    private static EvaluationRequest Request(float[] labels, float[] scores, string?[] values) => Samples.Request(labels, scores) with
    {
        Slices = [new SliceColumn("Size", values)],
        Config = new EvaluationConfig { Resamples = 200, MinimumSliceRows = 30 },
    };

    private static string?[] Values(params (string? Value, int Rows)[] groups) =>
        [.. groups.SelectMany(group => Enumerable.Repeat(group.Value, group.Rows))];
}
