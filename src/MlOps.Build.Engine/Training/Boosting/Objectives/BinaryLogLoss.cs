using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>The loss -ln p(label) with p(1) = 1 / (1 + e^-score).</summary>
internal sealed class BinaryLogLoss : IBoostingObjective
{
    private const double SmallestShare = 1e-15;

    // Factors are at most 2, so that so many of them stay in the range of a double.
    private const int MostFactors = 512;

    public int Outputs => 1;

    public string LossName => "log loss";

    public ScoreLink Link => ScoreLink.Logistic;

    public float[] InitialScores(TrainingSet set)
    {
        var share = Math.Clamp(ExactSum.Mean(set.Labels, set.Weights), SmallestShare, 1 - SmallestShare);
        return [(float)DeterministicMath.Log(share / (1 - share))];
    }

    public double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        if (set.Weights is { } weights)
            return Weighted(set.Labels, weights, scores, from, to, gradients, hessians);
        var loss = 0.0;
        var wide = from + ((to - from) / 4 * 4);
        for (var row = from; row < wide; row += 4 * MostFactors)
            loss += FourByFour(set.Labels, scores, row, Math.Min(wide, row + (4 * MostFactors)), gradients, hessians);
        return loss + Weighted(set.Labels, [], scores, wide, to, gradients, hessians);
    }

    // One exponential serves loss and derivatives: with e = exp(-|s|), ln(1 + exp(s)) is max(s, 0) + ln(1 + e).
    private static double Weighted(
        float[] labels, float[] weights, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        var loss = 0.0;
        for (var row = from; row < to; row++)
        {
            var weight = weights.Length > 0 ? weights[row] : 1.0;
            var (score, label) = (scores[row], labels[row]);
            var e = DeterministicMath.Exp(-Math.Abs(score));
            loss += weight * (Math.Max(score, 0) - (label * score) + DeterministicMath.Log1p(e));
            if (gradients.Length == 0)
                continue;
            var probability = (score >= 0 ? 1 : e) / (1 + e);
            gradients[row] = weight * (probability - label);
            hessians[row] = weight * (e / ((1 + e) * (1 + e)));
        }

        return loss;
    }

    // Four rows at a time, always, so that the sum's order is the same on every processor; the logarithms are one of a product.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double FourByFour(float[] labels, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        var sum = Vector256<double>.Zero;
        var product = Vector256<double>.One;
        for (var row = from; row < to; row += 4)
        {
            var score = Vector256.LoadUnsafe(ref scores[row]);
            var label = Vector256.WidenLower(Vector128.LoadUnsafe(ref labels[row]).ToVector256());
            var e = VectorMath.ExpOfNegative(-Vector256.Abs(score));
            var one = Vector256<double>.One + e;
            sum += Vector256.Max(score, Vector256<double>.Zero) - (label * score);
            product *= one;
            if (gradients.Length == 0)
                continue;
            var positive = Vector256.GreaterThanOrEqual(score, Vector256<double>.Zero);
            var probability = Vector256.ConditionalSelect(positive, Vector256<double>.One, e) / one;
            (probability - label).StoreUnsafe(ref gradients[row]);
            (e / (one * one)).StoreUnsafe(ref hessians[row]);
        }

        var logarithm = 0.0;
        for (var lane = 0; lane < 4; lane++)
            logarithm += sum[lane] + DeterministicMath.Log(product[lane]);
        return logarithm;
    }
}
