using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>The loss (label - score)^2; derivatives are those of half of it, as in LightGBM.</summary>
internal sealed class SquaredError : RegressionLoss
{
    public override string LossName => "squared error";

    public override bool HasUnitHessian => true;

    public override float[] InitialScores(TrainingSet set) => [(float)ExactSum.Mean(set.Labels, set.Weights)];

    protected override PointLoss Of(double label, double score)
    {
        var error = score - label;
        return new PointLoss(error * error, error, 1);
    }
}
