using MlOps.Build.Benchmarks.Comparison;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Curves;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Tests.Evaluation;

/// <summary>Values of scikit-learn 1.2.1, see <c>Expected/make_metrics.py</c> and <c>make_ranking.py</c>.</summary>
public sealed class ScikitLearnTests
{
    private static readonly IReadOnlyList<ComparedCase> Cases = ComparedCase.In(AppContext.BaseDirectory);

    public static TheoryData<string> Kinds =>
        [.. Cases.Select(item => $"{item.Task}: {item.Kind}").Distinct()];

    [Fact]
    public void There_are_at_least_200_cases() => Cases.Count.ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public void There_are_at_least_50_cases_of_lists() =>
        Cases.Count(item => item.Lists is not null).ShouldBeGreaterThanOrEqualTo(50);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_metric_agrees_with_scikit_learn(string kind)
    {
        foreach (var item in Cases.Where(item => $"{item.Task}: {item.Kind}" == kind))
        {
            var sample = new MetricSample(item.Rows());
            foreach (var (name, expected) in item.Expected)
                ShouldAgree(MetricRegistry.Find(name).ShouldNotBeNull(name).Compute(sample), expected, $"{name} of {kind}");
        }
    }

    [Theory]
    [InlineData(LearningTask.Binary)]
    [InlineData(LearningTask.Multiclass)]
    [InlineData(LearningTask.Regression)]
    public void Every_metric_and_every_family_is_among_those_compared(LearningTask task)
    {
        foreach (var item in Cases.Where(item => item.Task == task))
        {
            foreach (var metric in MetricRegistry.All.Where(metric => metric.Tasks.Contains(task) && item.Lists is null))
                item.Expected.Keys.ShouldContain(metric.Name);
            foreach (var family in MetricFamilies.All.Where(family => family.Tasks.Contains(task) && family.NeedsLists == item.Lists is not null))
                item.Expected.Keys.ShouldContain(name => family.Find(name) != null, family.Pattern);
        }
    }

    [Fact]
    public void The_area_under_a_drawn_roc_curve_is_the_auc()
    {
        foreach (var item in Small().Where(item => item.Expected["auc"] is not null))
        {
            var points = RankingCurves.Roc(item.Labels, Scores(item), null).ShouldNotBeNull().Points;
            Area(points).ShouldBe(item.Expected["auc"]!.Value, 1e-12, item.Kind);
        }
    }

    [Fact]
    public void The_area_under_a_drawn_precision_recall_curve_is_that_of_scikit_learns()
    {
        foreach (var item in Small().Where(item => item.PrArea is not null))
        {
            var points = RankingCurves.PrecisionRecall(item.Labels, Scores(item), null).ShouldNotBeNull().Points;
            Area(points).ShouldBe(item.PrArea!.Value, 1e-12, item.Kind);
        }
    }

    [Fact]
    public void Calibration_bins_are_those_of_scikit_learn()
    {
        foreach (var item in Cases.Where(item => item.Calibration.Length > 0))
        {
            var points = CalibrationCurve.Of(item.Labels, Scores(item), null).ShouldNotBeNull().Points;
            points.Count.ShouldBe(item.Calibration.Length, item.Kind);
            for (var i = 0; i < points.Count; i++)
            {
                points[i].X.ShouldBe(item.Calibration[i][0], 1e-12);
                points[i].Y.ShouldBe(item.Calibration[i][1], 1e-12);
            }
        }
    }

    private static IEnumerable<ComparedCase> Small() =>
        Cases.Where(item => item.Task == LearningTask.Binary && item.Labels.Length < CurveThinning.Limit && item is { Weights: null, Lists: null });

    private static double[] Scores(ComparedCase item) => Array.ConvertAll(item.Scores, score => (double)score);

    private static double Area(IReadOnlyList<CurvePoint> points) =>
        points.Zip(points.Skip(1), (left, right) => (right.X - left.X) * (right.Y + left.Y) / 2).Sum();

    private static void ShouldAgree(MetricOutcome outcome, double? expected, string what)
    {
        outcome.IsDefined.ShouldBe(expected is not null, $"{what}: {outcome.Reason}");
        if (expected is { } value)
            outcome.Value.ShouldBe(value, 1e-10 * Math.Max(1, Math.Abs(value)), what);
        else
            outcome.Reason.ShouldNotBeNullOrEmpty();
    }
}
