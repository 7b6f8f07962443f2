using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Evaluation.Significance;

/// <summary>Intervals of one AUC from its standard error.</summary>
internal static class AucInterval
{
    /// <summary>Normal on the scale of the logit (Pepe, 2003, section 5.2.4), so that both ends stay between 0 and 1.</summary>
    public static (double Low, double High) Logit(double auc, double error, double confidence)
    {
        if (auc is 0 or 1)
            return (auc, auc);
        var center = DeterministicMath.Log(auc / (1 - auc));
        var half = NormalDistribution.Quantile((1 + confidence) / 2) * error / (auc * (1 - auc));
        return (DeterministicMath.Sigmoid(center - half), DeterministicMath.Sigmoid(center + half));
    }

    /// <summary>Normal on the scale of the AUC itself, as DeLong, DeLong and Clarke-Pearson (1988) have it, cut off at 0 and 1.</summary>
    public static (double Low, double High) Plain(double auc, double error, double confidence)
    {
        var half = NormalDistribution.Quantile((1 + confidence) / 2) * error;
        return (Math.Max(0, auc - half), Math.Min(1, auc + half));
    }
}
