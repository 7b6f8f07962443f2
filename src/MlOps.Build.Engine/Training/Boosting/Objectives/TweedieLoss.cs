using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>
/// The negative log likelihood of Tweedie's distribution with a log link, as a function of the score
/// (Yang, Qian and Zou, "Insurance premium prediction via gradient tree-boosted Tweedie compound Poisson models", 2018).
/// </summary>
/// <param name="power">The variance is the mean to this power: from 1 to 2, both excluded.</param>
internal sealed class TweedieLoss(double power) : RegressionLoss
{
    public override string LossName => "Tweedie loss";

    public override ScoreLink Link => ScoreLink.Exponential;

    public override float[] InitialScores(TrainingSet set) => [LogMean.Of(set)];

    protected override PointLoss Of(double label, double score)
    {
        var first = DeterministicMath.Exp((1 - power) * score);
        var second = DeterministicMath.Exp((2 - power) * score);
        return new PointLoss(
            (-label * first / (1 - power)) + (second / (2 - power)),
            second - (label * first),
            ((2 - power) * second) - ((1 - power) * label * first));
    }
}
