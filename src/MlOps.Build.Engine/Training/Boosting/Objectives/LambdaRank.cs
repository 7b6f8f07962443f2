using System.Runtime.CompilerServices;
using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>
/// The order of rows within lists (Burges, "From RankNet to LambdaRank to LambdaMART", 2010): each pair of different relevance pulls its rows
/// apart by as much as their exchange changes NDCG, with gains 2^relevance - 1. As in LightGBM, one row of a pair is among the best 30, changes are
/// divided by the distance of the scores, and the pulls of a list are shortened to the logarithm of their sum. The loss that is told is 1 - NDCG of whole
/// lists.
/// </summary>
internal sealed class LambdaRank : IBoostingObjective
{
    /// <summary>The largest relevance: gains are doubled with each step.</summary>
    public const int MostRelevance = 31;

    private const int Best = 30;
    private const double LeastDistance = 0.01;
    private const double Ln2 = 0.6931471805599453;

    private readonly ConditionalWeakTable<TrainingSet, ListRows> _lists = [];

    public int Outputs => 1;

    public string LossName => "1 - NDCG";

    public ScoreLink Link => ScoreLink.Identity;

    public float[] InitialScores(TrainingSet set) => [0];

    public double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        var lists = _lists.GetValue(set, ListRows.Of);
        var loss = 0.0;
        foreach (var rows in lists.Beginning(from, to))
        {
            // Earlier rows first among equals, on every machine.
            var order = rows.OrderByDescending(row => scores[row]).ThenBy(row => row).ToArray();
            loss += 1 - Ndcg(set, order);
            if (gradients.Length > 0)
                Pull(set, scores, order, gradients, hessians);
        }

        // The booster divides by the rows, or their weight; the mean is over lists.
        return loss * lists.Weight / lists.Count;
    }

    private static void Pull(TrainingSet set, double[] scores, int[] order, double[] gradients, double[] hessians)
    {
        foreach (var row in order)
            (gradients[row], hessians[row]) = (0, 0);
        var most = BestGain(set, order, Best);
        if (most == 0)
            return;
        var discounts = new double[order.Length];
        for (var place = 0; place < discounts.Length; place++)
            discounts[place] = Discount(place);
        var isFlat = scores[order[0]] == scores[order[^1]];
        var sum = 0.0;
        for (var i = 0; i < Math.Min(order.Length - 1, Best); i++)
        {
            for (var j = i + 1; j < order.Length; j++)
            {
                if (set.Labels[order[i]] == set.Labels[order[j]])
                    continue;
                var isRight = set.Labels[order[i]] > set.Labels[order[j]];
                var (high, low) = isRight ? (order[i], order[j]) : (order[j], order[i]);
                var distance = scores[high] - scores[low];
                var change = (Gain(set.Labels[high]) - Gain(set.Labels[low])) * (discounts[i] - discounts[j]) / most;
                change /= isFlat ? 1 : LeastDistance + Math.Abs(distance);
                var chance = 1 / (1 + DeterministicMath.Exp(distance));
                gradients[high] -= change * chance;
                gradients[low] += change * chance;
                hessians[high] += change * chance * (1 - chance);
                hessians[low] += change * chance * (1 - chance);
                sum += 2 * change * chance;
            }
        }

        Scale(set, order, sum > 0 ? DeterministicMath.Log(1 + sum) / (Ln2 * sum) : 1, gradients, hessians);
    }

    private static void Scale(TrainingSet set, int[] order, double factor, double[] gradients, double[] hessians)
    {
        foreach (var row in order)
        {
            var weight = factor * (set.Weights is { } weights ? weights[row] : 1);
            gradients[row] *= weight;
            hessians[row] *= weight;
        }
    }

    private static double Ndcg(TrainingSet set, int[] order)
    {
        var most = BestGain(set, order, order.Length);
        var reached = 0.0;
        for (var place = 0; place < order.Length; place++)
            reached += Gain(set.Labels[order[place]]) * Discount(place);
        return most > 0 ? reached / most : 1;
    }

    private static double BestGain(TrainingSet set, int[] order, int places)
    {
        var sum = 0.0;
        foreach (var (place, label) in order.Select(row => set.Labels[row]).OrderDescending().Take(places).Index())
            sum += Gain(label) * Discount(place);
        return sum;
    }

    private static double Gain(float relevance) => Math.ScaleB(1, (int)relevance) - 1;

    private static double Discount(int place) => Ln2 / DeterministicMath.Log(place + 2);
}
