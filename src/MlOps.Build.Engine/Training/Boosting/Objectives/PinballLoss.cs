using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>
/// The loss of a quantile (Koenker and Bassett, 1978): the error times the quantile where the label is above the score, times what is left to
/// 1 where it is below. At 1/2 it is half the absolute error, whose double is reported under that name. Leaves are quantiles of residuals.
/// </summary>
/// <param name="quantile">Above 0, below 1.</param>
/// <param name="factor">1, or 2 for the absolute error.</param>
internal sealed class PinballLoss(double quantile, double factor) : RegressionLoss
{
    public static PinballLoss AbsoluteError { get; } = new(0.5, 2);

    public override string LossName => factor == 1 ? "pinball loss" : "absolute error";

    public override double? LeafQuantile => quantile;

    public override bool HasUnitHessian => true;

    public override float[] InitialScores(TrainingSet set) =>
        [(float)Quantile.Of(Array.ConvertAll(set.Labels, label => (double)label), set.Weights?.ToArray(), quantile)];

    protected override PointLoss Of(double label, double score)
    {
        var error = score - label;
        var slope = factor * (error > 0 ? 1 - quantile : -quantile);
        return new PointLoss(slope * error, error == 0 ? 0 : slope, 1);
    }
}
