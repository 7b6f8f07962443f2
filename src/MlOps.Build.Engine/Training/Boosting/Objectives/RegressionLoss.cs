using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>A loss of a number: every row by itself.</summary>
internal abstract class RegressionLoss : IBoostingObjective
{
    public int Outputs => 1;

    public abstract string LossName { get; }

    public virtual ScoreLink Link => ScoreLink.Identity;

    public virtual double? LeafQuantile => null;

    public virtual bool HasUnitHessian => false;

    public abstract float[] InitialScores(TrainingSet set);

    public double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        var loss = 0.0;
        for (var row = from; row < to; row++)
        {
            var weight = set.Weights is { } weights ? weights[row] : 1.0;
            var point = Of(set.Labels[row], scores[row]);
            loss += weight * point.Loss;
            if (gradients.Length == 0)
                continue;
            gradients[row] = weight * point.Gradient;
            hessians[row] = weight * point.Hessian;
        }

        return loss;
    }

    /// <summary>The loss of one row.</summary>
    protected abstract PointLoss Of(double label, double score);
}
