namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>What the best scored rows hold.</summary>
internal static class ShareMetrics
{
    /// <summary>
    /// The share of all positives among the <paramref name="share"/> of rows with the largest scores, 0 to 1. A group of equal scores
    /// that the limit falls into counts in proportion, which is its expected value when equal scores are ordered at random.
    /// </summary>
    public static MetricOutcome Gain(MetricSample sample, double share)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var groups = sample.Groups;
        if (groups.TotalPositives == 0)
            return MetricOutcome.Undefined(MetricReasons.NoPositives);
        var left = share * sample.TotalWeight;
        var found = 0.0;
        for (var i = 0; i < groups.Scores.Length && left > 0; i++)
        {
            var (positives, rows) = (groups.Positives[i], groups.Positives[i] + groups.Negatives[i]);
            found += rows <= left ? positives : positives * (left / rows);
            left -= rows;
        }

        return Math.Min(1, found / groups.TotalPositives);
    }

    /// <summary>How many times more positives the best <paramref name="share"/> of rows holds than as many rows drawn at random.</summary>
    public static MetricOutcome Lift(MetricSample sample, double share)
    {
        var gain = Gain(sample, share);
        return gain.IsDefined ? gain.Value / share : gain;
    }

    /// <summary>
    /// The largest recall of any threshold whose precision is at least <paramref name="precision"/>; 0 when no threshold reaches it.
    /// </summary>
    public static MetricOutcome RecallAtPrecision(MetricSample sample, double precision)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var groups = sample.Groups;
        if (groups.TotalPositives == 0)
            return MetricOutcome.Undefined(MetricReasons.NoPositives);
        double positives = 0, negatives = 0, best = 0;
        for (var i = 0; i < groups.Scores.Length; i++)
        {
            positives += groups.Positives[i];
            negatives += groups.Negatives[i];
            if (positives + negatives > 0 && positives / (positives + negatives) >= precision)
                best = positives;
        }

        return best / groups.TotalPositives;
    }
}
