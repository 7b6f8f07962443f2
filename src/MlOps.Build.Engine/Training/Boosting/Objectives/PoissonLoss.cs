using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>
/// The negative log likelihood of counts, e^score - label * score, without what does not depend on the score. The second derivative is
/// enlarged by e^<paramref name="maxDeltaStep"/>, as in LightGBM and XGBoost, so that no step is too long.
/// </summary>
internal sealed class PoissonLoss(double maxDeltaStep) : RegressionLoss
{
    private readonly double _enlarged = DeterministicMath.Exp(maxDeltaStep);

    public override string LossName => "Poisson loss";

    public override ScoreLink Link => ScoreLink.Exponential;

    public override float[] InitialScores(TrainingSet set) => [LogMean.Of(set)];

    protected override PointLoss Of(double label, double score)
    {
        var mean = DeterministicMath.Exp(score);
        return new PointLoss(mean - (label * score), mean - label, mean * _enlarged);
    }
}
