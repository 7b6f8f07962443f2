using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class BootstrapTests
{
    // The 97.5 % quantile of the standard normal distribution.
    private const double Z = 1.959963984540054;

    [Fact]
    public void A_resample_keeps_the_rows_of_each_class()
    {
        var (labels, _) = Samples.Noisy(90, 0.5, 1);
        var counts = new int[labels.Length];
        StratifiedResampler.ByClass(labels).Draw(new SeededRandom(3), counts);

        for (var label = 0; label < 2; label++)
            counts.Where((_, row) => labels[row] == label).Sum().ShouldBe(labels.Count(value => value == label));
        counts.ShouldContain(0);
        counts.ShouldContain(count => count > 1);
    }

    [Fact]
    public void A_draw_from_all_rows_varies_the_classes_but_loses_none()
    {
        float[] labels = [1, 0, 0, 0, 0, 0, 0, 0];
        var resampler = ClassKeepingResampler.AllRows(labels);
        var positives = new HashSet<int>();
        for (var stream = 0; stream < 60; stream++)
        {
            var counts = new int[labels.Length];
            resampler.Draw(new SeededRandom(1, stream), counts);
            counts.Sum().ShouldBe(labels.Length);
            positives.Add(counts[0]);
        }

        positives.ShouldNotContain(0);
        positives.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_interval_of_a_mean_drawn_from_all_rows_is_the_normal_one()
    {
        var (labels, scores) = Samples.Noisy(600, 0.5, 12);
        var request = Many(Samples.Request(labels, scores));
        var brier = Samples.Evaluate(request).Metrics.Metric("brier");

        var half = Z * Math.Sqrt(Variance([.. labels.Select((label, row) => Square(label - scores[row]))]) / labels.Length);
        (brier.High!.Value - brier.Low!.Value).ShouldBe(2 * half, 0.06 * 2 * half);
    }

    [Fact]
    public void The_interval_of_a_mean_is_the_normal_one()
    {
        var random = new SeededRandom(11);
        float[] errors = [.. Enumerable.Range(0, 500).Select(_ => (float)random.NextDouble())];
        var mae = Regression(errors).Metrics.Metric("mae");

        var half = Z * Math.Sqrt(Variance(errors) / errors.Length);
        mae.Low.ShouldNotBeNull().ShouldBe(mae.Value!.Value - half, 0.06 * half);
        mae.High.ShouldNotBeNull().ShouldBe(mae.Value!.Value + half, 0.06 * half);
    }

    [Fact]
    public void The_interval_of_a_stratified_mean_adds_up_the_variances_within_classes()
    {
        var (labels, scores) = Samples.Noisy(600, 0.5, 12);
        var request = Many(Samples.Request(labels, scores)) with { Sampling = new RowSampling { Method = Resampling.WithinClasses } };
        var brier = Samples.Evaluate(request).Metrics.Metric("brier");

        var half = Z * Math.Sqrt(StratifiedVariance(labels, [.. labels.Select((label, row) => Square(label - scores[row]))]));
        (brier.High!.Value - brier.Low!.Value).ShouldBe(2 * half, 0.06 * 2 * half);
    }

    [Fact]
    public void The_interval_of_a_difference_is_that_of_paired_rows()
    {
        var (labels, scores) = Samples.Noisy(600, 0.5, 13);
        float[] other = [.. scores.Select((score, row) => Math.Clamp(score + (row % 2 == 0 ? 0.03f : -0.02f), 0, 1))];
        var request = Many(Samples.Request(labels, scores)) with
        {
            Sampling = new RowSampling { Method = Resampling.WithinClasses },
            References = [new() { Name = "other", DisplayName = "Other", Scores = Samples.TwoColumns(other) }],
        };

        var difference = Samples.Evaluate(request).References[0].Differences.Metric("brier");
        float[] paired = [.. labels.Select((label, row) => Square(label - scores[row]) - Square(label - other[row]))];
        var half = Z * Math.Sqrt(StratifiedVariance(labels, paired));
        difference.Value!.Value.ShouldBe(paired.Average(), 1e-6);
        (difference.High!.Value - difference.Low!.Value).ShouldBe(2 * half, 0.06 * 2 * half);
    }

    [Fact]
    public void A_compared_model_is_held_against_the_baseline_on_the_same_resamples()
    {
        var (labels, scores) = Samples.Noisy(300, 0.5, 14);
        float[] constant = [.. labels.Select(_ => 0.5f)];
        var request = Many(Samples.Request(labels, scores)) with
        {
            References =
            [
                new() { Name = ReferenceEvaluation.Baseline, DisplayName = "Baseline", Scores = Samples.TwoColumns(constant) },
                new() { Name = "same", DisplayName = "The same", Scores = Samples.TwoColumns(scores) },
            ],
        };

        var references = Samples.Evaluate(request).References;
        references[0].OverBaseline.ShouldBeEmpty();
        references[1].OverBaseline.Metric("brier").ShouldBe(references[0].Differences.Metric("brier"));
    }

    [Fact]
    public void The_largest_error_has_no_interval_because_no_resample_holds_a_larger_one()
    {
        var largest = Regression([.. Enumerable.Range(1, 60).Select(i => (float)i)]).Metrics.Metric("max_error");
        (largest.Value, largest.Low, largest.High).ShouldBe((60, null, null));
        largest.Reason.ShouldBe("no interval: no resample holds an error larger than those seen");
    }

    [Fact]
    public void A_calibration_error_has_no_interval_of_its_own_but_one_against_another_model()
    {
        var (labels, scores) = Samples.Noisy(300, 0.5, 12);
        var summary = Samples.Evaluate(Samples.Request(labels, scores) with
        {
            References = [new() { Name = "other", DisplayName = "Other", Scores = Samples.TwoColumns(Samples.Noisy(300, 0.5, 13).Positive) }],
        });
        foreach (var name in (string[])["ece", "ece_mass"])
        {
            var own = summary.Metrics.Metric(name);
            own.Value.ShouldNotBeNull();
            own.Low.ShouldBeNull();
            own.Reason.ShouldBe("no interval: noise alone makes it larger, and a resample adds noise");
            summary.References[0].Differences.Metric(name).Low.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Percentiles_are_numpys()
    {
        // numpy.percentile(range(1, 12), [2.5, 97.5])
        double[] values = [11, 3, 1, 2, 5, 4, 7, 6, 8, 10, 9];
        var interval = BootstrapInterval.Percentile(values, 0.95).ShouldNotBeNull();
        interval.Low.ShouldBe(1.25, 1e-14);
        interval.High.ShouldBe(10.75, 1e-14);
    }

    [Fact]
    public void Too_many_undefined_resamples_leave_no_interval()
    {
        BootstrapInterval.Percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, double.NaN], 0.95).ShouldNotBeNull();
        BootstrapInterval.Percentile([1, 2, 3, 4, 5, 6, 7, 8, double.NaN, double.NaN], 0.95).ShouldBeNull();
    }

    private static EvaluationRequest Many(EvaluationRequest request) =>
        request with { Config = new EvaluationConfig { Resamples = 4000 } };

    private static EvaluationSummary Regression(float[] errors) => Samples.Evaluate(Many(Samples.Request([], [])) with
    {
        Task = LearningTask.Regression,
        Classes = [],
        Labels = errors,
        Scores = new float[errors.Length],
    });

    private static double StratifiedVariance(float[] labels, float[] values) => Enumerable.Range(0, 2)
        .Select(label => values.Where((_, row) => labels[row] == label).ToArray())
        .Sum(rows => rows.Length * Variance(rows)) / Square(labels.Length);

    private static double Variance(float[] values) => values.Average(value => (double)Square(value - values.Average()));

    private static float Square(float value) => value * value;
}
