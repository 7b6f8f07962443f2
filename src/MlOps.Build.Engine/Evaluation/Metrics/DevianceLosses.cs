using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// Unit deviances of the Tweedie family (Jørgensen, 1987), whose variance is the mean to the given power: 0 normal, 1 Poisson, between 1
/// and 2 compound Poisson-gamma, 2 gamma, 3 inverse Gaussian.
/// </summary>
internal static class DevianceLosses
{
    /// <summary>One deviance a row; NaN where label or prediction is outside the range of the power.</summary>
    public static double[] Tweedie(ScoredRows rows, double power) => RelativeLosses.Each(rows, (label, score) =>
        IsInRange(label, score, power) ? Unit(label, score, power) : double.NaN);

    private static bool IsInRange(double label, double score, double power) => power switch
    {
        0 => true,
        < 0 => score > 0,
        < 2 => label >= 0 && score > 0,
        _ => label > 0 && score > 0,
    };

    private static double Unit(double label, double score, double power) => power switch
    {
        0 => (label - score) * (label - score),
        1 => 2 * ((label == 0 ? 0 : label * DeterministicMath.Log(label / score)) - label + score),
        2 => 2 * (DeterministicMath.Log(score / label) + (label / score) - 1),
        _ => 2 * ((Power(Math.Max(label, 0), 2 - power) / ((1 - power) * (2 - power)))
            - (label * Power(score, 1 - power) / (1 - power))
            + (Power(score, 2 - power) / (2 - power))),
    };

    private static double Power(double value, double exponent) =>
        value == 0 ? 0 : DeterministicMath.Exp(exponent * DeterministicMath.Log(value));
}
