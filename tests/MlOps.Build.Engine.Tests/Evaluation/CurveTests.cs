using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Curves;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class CurveTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(2.0)]
    public void A_curve_of_many_rows_keeps_its_shape_in_200_points(double skill)
    {
        var (labels, scores) = Samples.Noisy(5000, skill, 3);
        var points = Points(EvaluationCurves.Of(Samples.Binary(labels, scores), ["no", "yes"], 1), "roc");

        points.Count.ShouldBeLessThanOrEqualTo(200);
        (points[0], points[^1]).ShouldBe((new CurvePoint(0, 0), new CurvePoint(1, 1)));
        var area = points.Zip(points.Skip(1), (left, right) => (right.X - left.X) * (right.Y + left.Y) / 2).Sum();
        area.ShouldBe(Samples.Compute("auc", Samples.Binary(labels, scores)).Value, 0.002);
    }

    [Fact]
    public void Thinning_keeps_corners_and_drops_points_on_a_line() =>
        CurveThinning.Thin([new(0, 0), new(0, 0.5), new(0, 1), new(0.25, 1), new(1, 1)])
            .ShouldBe([new(0, 0), new(0, 1), new(1, 1)]);

    [Fact]
    public void Calibration_bins_hold_every_row_once()
    {
        var (labels, scores) = Samples.Noisy(1003, 0.4, 3);
        var points = Points(EvaluationCurves.Of(Samples.Binary(labels, scores), ["no", "yes"], 1), "calibration");

        points.Count.ShouldBe(CalibrationCurve.Bins);
        points.Sum(point => point.Weight).ShouldBe(1003);
        points.Select(point => point.X).ShouldBeInOrder();
    }

    [Fact]
    public void Each_class_of_several_has_curves_against_the_rest()
    {
        float[] labels = [0, 1, 2, 0];
        var rows = new ScoredRows(LearningTask.Multiclass, 3, labels, [.8f, .1f, .1f, .2f, .5f, .3f, .1f, .1f, .8f, .6f, .2f, .2f], 0.5);

        var curves = EvaluationCurves.Of(rows, ["a", "b", "c"], 1);
        curves.Select(curve => (curve.Name, curve.Class)).ShouldBe(
        [
            ("roc", "a"), ("pr", "a"), ("calibration", "a"),
            ("roc", "b"), ("pr", "b"), ("calibration", "b"),
            ("roc", "c"), ("pr", "c"), ("calibration", "c"),
        ]);
    }

    [Fact]
    public void A_sample_of_residuals_spans_the_labels()
    {
        float[] labels = [.. Enumerable.Range(0, 1000).Select(row => (float)(row * 7 % 1000))];
        var rows = new ScoredRows(LearningTask.Regression, 0, labels, labels, 0.5);

        var points = Points(EvaluationCurves.Of(rows, [], 1), "residual");
        points.Count.ShouldBe(200);
        for (var i = 0; i < points.Count; i++)
            points[i].X.ShouldBeInRange(i * 5, (i * 5) + 4);
    }

    [Fact]
    public void Gains_lift_and_thresholds_are_those_counted_by_hand()
    {
        var curves = EvaluationCurves.Of(Samples.Binary([1, 0, 1, 0], [0.875f, 0.5f, 0.5f, 0.25f]), ["no", "yes"], 1);

        Points(curves, "gain").ShouldBe([new(0, 0), new(0.25, 0.5), new(0.75, 1), new(1, 1)]);
        // The point between, (3/4, 4/3), is on their line.
        Points(curves, "lift").ShouldBe([new(0.25, 2), new(1, 1)]);
        Points(curves, "threshold_precision").ShouldBe([new(0.25, 0.5), new(0.5, 2.0 / 3), new(0.875, 1)]);
        Points(curves, "threshold_recall").ShouldBe([new(0.25, 1), new(0.5, 1), new(0.875, 0.5)]);
        Points(curves, "threshold_f1").ShouldBe([new(0.25, 4.0 / 6), new(0.5, 0.8), new(0.875, 2.0 / 3)]);
        Points(curves, "threshold_flagged").ShouldBe([new(0.25, 1), new(0.5, 0.75), new(0.875, 0.25)]);
    }

    [Fact]
    public void Threshold_curves_of_many_rows_span_all_scores_in_200_points()
    {
        var (labels, scores) = Samples.Noisy(5000, 0.4, 3);
        var points = Points(EvaluationCurves.Of(Samples.Binary(labels, scores), ["no", "yes"], 1), "threshold_flagged");

        points.Count.ShouldBe(200);
        (points[0].X, points[0].Y, points[^1].X).ShouldBe((scores.Min(), 1, scores.Max()));
    }

    [Fact]
    public void Residual_quantiles_are_those_of_numpy()
    {
        float[] labels = [4, 1, 3, 2, 5];
        var curves = EvaluationCurves.Of(new ScoredRows(LearningTask.Regression, 0, labels, [0, 0, 0, 0, 0], 0.5), [], 1);

        // numpy.quantile([1, 2, 3, 4, 5], [0, .05, .5, .9, 1]) is 1, 1.2, 3, 4.6, 5.
        var quantiles = Points(curves, "residual_quantile").ToDictionary(point => point.X, point => point.Y);
        foreach (var (share, value) in new[] { (0, 1), (0.05, 1.2), (0.5, 3), (0.9, 4.6), (1, 5) })
            quantiles[share].ShouldBe(value, 1e-12);
    }

    private static IReadOnlyList<CurvePoint> Points(IReadOnlyList<Curve> curves, string name) =>
        curves.Single(curve => curve.Name == name).Points;
}
