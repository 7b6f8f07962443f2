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

    private static IReadOnlyList<CurvePoint> Points(IReadOnlyList<Curve> curves, string name) =>
        curves.Single(curve => curve.Name == name).Points;
}
