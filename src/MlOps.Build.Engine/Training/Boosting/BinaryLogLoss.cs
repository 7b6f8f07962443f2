using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The loss -ln p(label) with p(1) = 1 / (1 + e^-score).</summary>
internal sealed class BinaryLogLoss : IBoostingObjective
{
    private const double SmallestShare = 1e-15;

    public int Outputs => 1;

    public string LossName => "log loss";

    public float[] InitialScores(TrainingSet set)
    {
        var share = Math.Clamp(ExactSum.Mean(set.Labels, set.Weights), SmallestShare, 1 - SmallestShare);
        return [(float)DeterministicMath.Log(share / (1 - share))];
    }

    public double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        var loss = 0.0;
        for (var row = from; row < to; row++)
        {
            var weight = set.Weights is { } weights ? weights[row] : 1.0;
            var score = scores[row];
            var label = set.Labels[row];
            // One exponential serves loss and derivatives: with e = exp(-|s|), ln(1 + exp(s)) is max(s, 0) + ln(1 + e).
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
}
