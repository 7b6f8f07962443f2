namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// Metrics of the order within lists: means over lists of what the first k places hold. A list without relevant rows counts as 0, as
/// scikit-learn's <c>ndcg_score</c> has it; when no list has any there is no value.
/// </summary>
internal static class RankingMetrics
{
    /// <summary>The mean over lists of a value a list, NaN for a list on which the metric is not defined.</summary>
    public static MetricOutcome Mean(MetricSample sample, Func<ScoredRows, double[]> values)
    {
        if (sample.Rows.Context.Lists is null)
            return MetricOutcome.Undefined(MetricReasons.NoLists);
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var lists = sample.Lists;
        var mean = CountedSum.Of(lists.Values, sample.Rows.Of(values)) / lists.Total;
        return double.IsNaN(mean) ? MetricOutcome.Undefined(MetricReasons.NegativeRelevance)
            : lists.AnyRelevant ? mean
            : MetricOutcome.Undefined(MetricReasons.NoRelevant);
    }

    /// <summary>
    /// Discounted cumulative gain over that of the best order (Järvelin and Kekäläinen, 2002): Σ gain / log2(place + 1) over the first k
    /// places. Rows of equal scores share the mean of their gains, as in scikit-learn's <c>ndcg_score</c> (McSherry and Najork, 2008).
    /// </summary>
    /// <param name="rows">Rows in lists.</param>
    /// <param name="k">Places that count.</param>
    /// <param name="exponential">The gain is 2^relevance - 1 (Burges et al., 2005) instead of the relevance.</param>
    public static double[] Ndcg(ScoredRows rows, int k, bool exponential)
    {
        var gain = new DiscountedGain(k, exponential);
        return rows.Of(RankedLists.Create).Each(gain.Normalized);
    }

    /// <summary>
    /// Average precision of the first k places: Σ (precision at the place) over the relevant rows there, divided by the smaller of k and
    /// the number of relevant rows. Precision is that of the last of equal scores, as in scikit-learn's <c>average_precision_score</c>;
    /// equals that the limit falls into count in proportion.
    /// </summary>
    public static double[] AveragePrecision(ScoredRows rows, int k) => rows.Of(RankedLists.Create).Each((lists, list) =>
    {
        double found = 0, sum = 0, all = 0;
        var count = lists[list].Length;
        for (var first = 0; first < count;)
        {
            var end = lists.EndOfTie(list, first);
            var relevant = Relevant(lists, list, first, end);
            all += relevant;
            if (first < k)
            {
                var last = Math.Min(end, k);
                var own = relevant * ((double)(last - first) / (end - first));
                found += own;
                sum += own * (found / last);
            }

            first = end;
        }

        return all == 0 ? 0 : sum / Math.Min(k, all);
    });

    /// <summary>
    /// One over the place of the first relevant row, 0 when that is not among the first k (Voorhees, 1999). Among equal scores the
    /// expected value over their orders (McSherry and Najork, 2008).
    /// </summary>
    public static double[] ReciprocalRank(ScoredRows rows, int k) => rows.Of(RankedLists.Create).Each((lists, list) =>
    {
        var count = lists[list].Length;
        for (int first = 0, end; first < count && first < k; first = end)
        {
            end = lists.EndOfTie(list, first);
            if (Relevant(lists, list, first, end) is > 0 and var relevant)
                return Expected(first, end - first, relevant, k);
        }

        return 0;
    });

    // The chance that the j-th of m rows is the first of r relevant ones is C(m - j, r - 1) / C(m, r), here by its recurrence.
    private static double Expected(int before, int rows, int relevant, int k)
    {
        double chance = (double)relevant / rows, sum = 0;
        for (var place = 1; place <= rows - relevant + 1 && before + place <= k; place++)
        {
            sum += chance / (before + place);
            chance *= (double)(rows - place - relevant + 1) / Math.Max(1, rows - place);
        }

        return sum;
    }

    private static int Relevant(RankedLists lists, int list, int first, int end)
    {
        var relevant = 0;
        for (var place = first; place < end; place++)
            relevant += lists.Relevance(list, place) > 0 ? 1 : 0;
        return relevant;
    }
}
