namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The area under the ROC curve for several classes, as in scikit-learn's <c>roc_auc_score(multi_class=…)</c>.</summary>
internal static class PairwiseAuc
{
    /// <summary>The mean of the classes' areas, each against the rest (Provost and Domingos, 2001, when weighted by the classes' rows).</summary>
    public static MetricOutcome OneVersusRest(MetricSample sample, bool weighted)
    {
        if (Reason(sample) is { } reason)
            return MetricOutcome.Undefined(reason);
        var wins = sample.Wins;
        double sum = 0, weights = 0;
        for (var a = 0; a < wins.Classes; a++)
        {
            var weight = weighted ? wins.Rows(a) : 1;
            sum += weight * wins.AucAgainstRest(a);
            weights += weight;
        }

        return sum / weights;
    }

    /// <summary>
    /// The mean over pairs of classes of the mean area of the two probabilities on the pair's rows (Hand and Till, 2001); weighted by
    /// the pair's rows on request (Ferri, Hernández-Orallo and Modroiu, 2009).
    /// </summary>
    public static MetricOutcome OneVersusOne(MetricSample sample, bool weighted)
    {
        if (Reason(sample) is { } reason)
            return MetricOutcome.Undefined(reason);
        var wins = sample.Wins;
        double sum = 0, weights = 0;
        for (var a = 0; a < wins.Classes; a++)
        {
            for (var b = a + 1; b < wins.Classes; b++)
            {
                var weight = weighted ? wins.Rows(a) + wins.Rows(b) : 1;
                sum += weight * (wins.Auc(a, b) + wins.Auc(b, a)) / 2;
                weights += weight;
            }
        }

        return sum / weights;
    }

    private static string? Reason(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return reason;
        for (var i = 0; i < sample.Wins.Classes; i++)
        {
            if (sample.Wins.Rows(i) == 0)
                return MetricReasons.ClassWithoutRows;
        }

        return null;
    }
}
