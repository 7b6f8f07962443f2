using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Every family of metrics.</summary>
internal static class MetricFamilies
{
    private const string AnyPercent = "above 0 and at most 100";
    private const string Whole = "a whole number from 1 to 10,000";

    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        Binary("f<beta>", "f2", "F{0}", "confusion", "above 0 and at most 100", IsPercent, beta => sample => BinaryMetrics.FBeta(sample, beta)),
        Binary("lift_at_<percent>", "lift_at_10", "Lift at {0} %", "lift", AnyPercent, IsPercent,
            percent => sample => ShareMetrics.Lift(sample, percent / 100)),
        Binary("gain_at_<percent>", "gain_at_10", "Gain at {0} %", "lift", AnyPercent, IsPercent,
            percent => sample => ShareMetrics.Gain(sample, percent / 100)),
        Binary("recall_at_precision_<percent>", "recall_at_precision_90", "Recall at precision {0} %", "pr", AnyPercent, IsPercent,
            percent => sample => ShareMetrics.RecallAtPrecision(sample, percent / 100)),
        Binary("ece_<bins>", "ece_15", "Calibration error ({0} bins)", "calibration", Whole, IsCount,
            bins => sample => CalibrationMetrics.EqualWidth(sample, (int)bins)) with
            {
                Direction = MetricDirection.LowerIsBetter,
                NoInterval = MetricReasons.Biased,
            },
        Binary("ece_mass_<bins>", "ece_mass_15", "Calibration error ({0} bins of equal mass)", "calibration", Whole, IsCount,
            bins => sample => CalibrationMetrics.EqualMass(sample, (int)bins)) with
            {
                Direction = MetricDirection.LowerIsBetter,
                NoInterval = MetricReasons.Biased,
            },
        Binary("top_<k>_accuracy", "top_3_accuracy", "Top {0} accuracy", "metrics", Whole, IsCount,
            k => sample => ClassMetrics.TopK(sample, (int)k)) with { Tasks = [LearningTask.Multiclass] },
        Regression("pinball_<percent>", "pinball_90", "Pinball loss at {0} %", "above 0 and below 100", number => number is > 0 and < 100,
            percent => Mean(rows => RelativeLosses.Pinball(rows, percent / 100))),
        Regression("tweedie_<power>", "tweedie_1p5", "Tweedie deviance ({0})", "0, or from 1 to 10", number => number is 0 or (>= 1 and <= 10),
            power => Mean(rows => DevianceLosses.Tweedie(rows, power))),
        Ranking("ndcg_at_<k>", "ndcg_at_10", "NDCG at {0}", k => rows => RankingMetrics.Ndcg(rows, k, exponential: false)),
        Ranking("ndcg_exp_at_<k>", "ndcg_exp_at_10", "NDCG at {0} (exponential gain)",
            k => rows => RankingMetrics.Ndcg(rows, k, exponential: true)),
        Ranking("map_at_<k>", "map_at_10", "MAP at {0}", k => rows => RankingMetrics.AveragePrecision(rows, k)),
        Ranking("mrr_at_<k>", "mrr_at_10", "MRR at {0}", k => rows => RankingMetrics.ReciprocalRank(rows, k)),
    ];

    /// <summary>The member of that name; null when no family has it.</summary>
    public static MetricDefinition? Find(string name) =>
        All.Select(family => family.Find(name)).FirstOrDefault(metric => metric is not null);

    private static Func<MetricSample, MetricOutcome> Mean(Func<ScoredRows, double[]> losses) =>
        sample => RegressionMetrics.MeanUnlessInvalid(sample, losses, MetricReasons.NotPositive);

    private static bool IsPercent(double number) => number is > 0 and <= 100;

    private static bool IsCount(double number) => number is >= 1 and <= 10_000 && number == Math.Floor(number);

    private static MetricFamily Binary(
        string pattern,
        string example,
        string display,
        string section,
        string range,
        Func<double, bool> allows,
        Func<double, Func<MetricSample, MetricOutcome>> compute) => new()
        {
            Pattern = pattern,
            Example = example,
            Tasks = [LearningTask.Binary],
            Direction = MetricDirection.HigherIsBetter,
            Section = section,
            DisplayName = display,
            Allows = allows,
            Range = range,
            Compute = compute,
        };

    private static MetricFamily Regression(
        string pattern,
        string example,
        string display,
        string range,
        Func<double, bool> allows,
        Func<double, Func<MetricSample, MetricOutcome>> compute) =>
        Binary(pattern, example, display, "residuals", range, allows, compute) with
        {
            Tasks = [LearningTask.Regression],
            Direction = MetricDirection.LowerIsBetter,
        };

    private static MetricFamily Ranking(string pattern, string example, string display, Func<int, Func<ScoredRows, double[]>> values) =>
        Binary(pattern, example, display, "metrics", Whole, IsCount, k => OverLists(values((int)k))) with
        {
            Tasks = [LearningTask.Binary, LearningTask.Regression],
            NeedsLists = true,
        };

    // What rows derive is kept by its function, so a member has one.
    private static Func<MetricSample, MetricOutcome> OverLists(Func<ScoredRows, double[]> values) =>
        sample => RankingMetrics.Mean(sample, values);
}
