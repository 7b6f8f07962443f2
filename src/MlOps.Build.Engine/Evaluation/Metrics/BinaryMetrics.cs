namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Metrics of binary classification; the second class is the positive one.</summary>
internal static class BinaryMetrics
{
    /// <summary>Chance that a random positive scores above a random negative, ties counted half.</summary>
    public static MetricOutcome Auc(MetricSample sample) =>
        sample.Emptiness is { } empty ? MetricOutcome.Undefined(empty) : sample.Ranking switch
        {
            { Positives: 0 } => MetricOutcome.Undefined(MetricReasons.NoPositives),
            { Negatives: 0 } => MetricOutcome.Undefined(MetricReasons.NoNegatives),
            var ranking => ranking.Auc,
        };

    /// <summary>Sum over thresholds of (recall gained) × (precision there); the PR AUC without interpolation.</summary>
    public static MetricOutcome AveragePrecision(MetricSample sample) =>
        sample.Emptiness is { } empty ? MetricOutcome.Undefined(empty) : sample.Ranking switch
        {
            { Positives: 0 } => MetricOutcome.Undefined(MetricReasons.NoPositives),
            var ranking => ranking.AveragePrecision,
        };

    /// <summary>Mean of (p - y)² (Brier, 1950).</summary>
    public static MetricOutcome Brier(MetricSample sample) => sample.Mean(sample.Rows.SquaredError);

    /// <summary>TP / (TP + FP).</summary>
    public static MetricOutcome Precision(MetricSample sample) =>
        Share(sample, sample.Confusion.TruePositives, sample.Confusion.FalsePositives, MetricReasons.NothingPredictedPositive);

    /// <summary>TP / (TP + FN).</summary>
    public static MetricOutcome Recall(MetricSample sample) =>
        Share(sample, sample.Confusion.TruePositives, sample.Confusion.FalseNegatives, MetricReasons.NoPositives);

    /// <summary>TN / (TN + FP).</summary>
    public static MetricOutcome Specificity(MetricSample sample) =>
        Share(sample, sample.Confusion.TrueNegatives, sample.Confusion.FalsePositives, MetricReasons.NoNegatives);

    /// <summary>Recall + specificity - 1 (Youden, 1950).</summary>
    public static MetricOutcome Youden(MetricSample sample)
    {
        var (recall, specificity) = (Recall(sample), Specificity(sample));
        return !recall.IsDefined ? recall : !specificity.IsDefined ? specificity : recall.Value + specificity.Value - 1;
    }

    /// <summary>2 TP / (2 TP + FP + FN).</summary>
    public static MetricOutcome F1(MetricSample sample)
    {
        var confusion = sample.Confusion;
        return Share(
            sample, 2 * confusion.TruePositives, confusion.FalsePositives + confusion.FalseNegatives, MetricReasons.NoPositivesAnywhere);
    }

    /// <summary>(1 + beta²) TP / ((1 + beta²) TP + beta² FN + FP) (van Rijsbergen, 1979).</summary>
    public static MetricOutcome FBeta(MetricSample sample, double beta)
    {
        var (confusion, square) = (sample.Confusion, beta * beta);
        return Share(
            sample,
            (1 + square) * confusion.TruePositives,
            (square * confusion.FalseNegatives) + confusion.FalsePositives,
            MetricReasons.NoPositivesAnywhere);
    }

    private static MetricOutcome Share(MetricSample sample, double hits, double misses, string reason) =>
        sample.Emptiness is { } empty ? MetricOutcome.Undefined(empty)
        : hits + misses == 0 ? MetricOutcome.Undefined(reason)
        : hits / (hits + misses);
}
