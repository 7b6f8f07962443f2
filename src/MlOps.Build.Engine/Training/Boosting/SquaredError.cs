using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The loss (label - score)^2; derivatives are those of half of it, as in LightGBM.</summary>
internal sealed class SquaredError : IBoostingObjective
{
    public int Outputs => 1;

    public string LossName => "squared error";

    public float[] InitialScores(TrainingSet set) => [(float)ExactSum.Mean(set.Labels, set.Weights)];

    public double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        var loss = 0.0;
        for (var row = from; row < to; row++)
        {
            var weight = set.Weights is { } weights ? weights[row] : 1.0;
            var error = scores[row] - set.Labels[row];
            loss += weight * error * error;
            if (gradients.Length == 0)
                continue;
            gradients[row] = weight * error;
            hessians[row] = weight;
        }

        return loss;
    }
}
