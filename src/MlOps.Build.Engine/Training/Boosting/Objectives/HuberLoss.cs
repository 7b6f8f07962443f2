using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>Half the squared error up to an absolute error of <paramref name="alpha"/>, and its tangent beyond (Huber, 1964).</summary>
internal sealed class HuberLoss(double alpha) : RegressionLoss
{
    public override string LossName => "Huber loss";

    public override bool HasUnitHessian => true;

    public override float[] InitialScores(TrainingSet set) => [(float)ExactSum.Mean(set.Labels, set.Weights)];

    protected override PointLoss Of(double label, double score)
    {
        var error = score - label;
        return Math.Abs(error) <= alpha
            ? new PointLoss(error * error / 2, error, 1)
            : new PointLoss(alpha * (Math.Abs(error) - (alpha / 2)), Math.CopySign(alpha, error), 1);
    }
}
