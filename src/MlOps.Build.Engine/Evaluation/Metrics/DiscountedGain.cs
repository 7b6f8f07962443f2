using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The discounted cumulative gain of lists; see <see cref="RankingMetrics.Ndcg"/>.</summary>
internal sealed class DiscountedGain(int k, bool exponential)
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>The gain over that of the best order; NaN when a relevance is negative.</summary>
    public double Normalized(RankedLists lists, int list)
    {
        var gains = new double[lists[list].Length];
        for (var place = 0; place < gains.Length; place++)
        {
            var relevance = lists.Relevance(list, place);
            if (relevance < 0)
                return double.NaN;
            gains[place] = exponential ? Power(relevance) - 1 : relevance;
        }

        var reached = Reached(gains, lists, list);
        Array.Sort(gains, (left, right) => right.CompareTo(left));
        var best = 0.0;
        for (var place = 0; place < gains.Length && place < k; place++)
            best += gains[place] * Discount(place);
        return best > 0 ? reached / best : 0;
    }

    private double Reached(double[] gains, RankedLists lists, int list)
    {
        var sum = 0.0;
        for (int first = 0, end; first < gains.Length && first < k; first = end)
        {
            end = lists.EndOfTie(list, first);
            double gain = 0, discount = 0;
            for (var place = first; place < end; place++)
            {
                gain += gains[place];
                discount += place < k ? Discount(place) : 0;
            }

            sum += gain / (end - first) * discount;
        }

        return sum;
    }

    private static double Discount(int place) => Ln2 / DeterministicMath.Log(place + 2);

    // Exact for whole grades.
    private static double Power(double relevance) =>
        relevance == Math.Floor(relevance) && relevance < 2048 ? Math.ScaleB(1, (int)relevance) : DeterministicMath.Exp(relevance * Ln2);
}
