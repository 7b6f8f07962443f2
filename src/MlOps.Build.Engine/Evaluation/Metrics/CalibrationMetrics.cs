namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// Expected calibration error: Σ over bins of (share of rows in the bin) × |share of positives - mean probability| (Naeini, Cooper and
/// Hauskrecht, 2015). A probability on an edge belongs to the bin below it, as in scikit-learn's <c>calibration_curve</c>.
/// </summary>
internal static class CalibrationMetrics
{
    public const int Bins = 10;

    /// <summary>Bins of equal width between 0 and 1.</summary>
    public static MetricOutcome EqualWidth(MetricSample sample, int bins)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var groups = sample.Groups;
        var (error, bin) = (default(BinError), 0);
        for (var i = groups.Scores.Length - 1; i >= 0; i--)
        {
            for (var edge = bin; edge < bins - 1 && (edge + 1) * (1.0 / bins) < groups.Scores[i]; edge++)
                bin = edge + 1;
            error.Add(bin, groups.Scores[i], groups.Positives[i], groups.Negatives[i]);
        }

        return error.Total / sample.TotalWeight;
    }

    /// <summary>
    /// Bins between the quantiles of the rows' probabilities (Nguyen and O'Connor, 2015), interpolated linearly as by NumPy; equal
    /// probabilities are never divided. Walking up, an edge is passed once the order statistic at or below it is.
    /// </summary>
    public static MetricOutcome EqualMass(MetricSample sample, int bins)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var groups = sample.Groups;
        var (error, bin, passed, last) = (default(BinError), 0, 0L, 0.0);
        for (var i = groups.Scores.Length - 1; i >= 0; i--)
        {
            if (groups.Rows[i] == 0)
                continue;
            while (bin < bins - 1 && IsPassed(bin + 1, bins, sample.Total, passed, last, groups.Scores[i]))
                bin++;
            error.Add(bin, groups.Scores[i], groups.Positives[i], groups.Negatives[i]);
            passed += groups.Rows[i];
            last = groups.Scores[i];
        }

        return error.Total / sample.TotalWeight;
    }

    // The edge lies between the order statistics floor and floor + 1. When both are among the rows passed, it is below the score.
    private static bool IsPassed(int edge, int bins, long rows, long passed, double last, double score)
    {
        var floor = Math.DivRem(edge * (rows - 1), bins, out var rest);
        return floor + 1 < passed || (floor + 1 == passed && last + ((score - last) * ((double)rest / bins)) < score);
    }
}
