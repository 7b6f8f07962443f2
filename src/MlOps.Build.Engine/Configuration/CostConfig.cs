namespace MlOps.Build.Engine.Configuration;

/// <summary>What a decision costs by what is true, in any one unit; below 0 is a gain.</summary>
internal sealed record CostConfig
{
    public required double FalsePositive { get; init; }

    public required double FalseNegative { get; init; }

    public double TruePositive { get; init; }

    public double TrueNegative { get; init; }

    /// <summary>Whether a right decision is cheaper than a wrong one, without which no threshold separates them.</summary>
    public bool IsSound => FalsePositive > TrueNegative && FalseNegative > TruePositive;

    /// <summary>
    /// The probability from which deciding "positive" has the smaller expected cost (Elkan, 2001, equation 2):
    /// (FP - TN) / ((FP - TN) + (FN - TP)).
    /// </summary>
    public double Threshold => (FalsePositive - TrueNegative) / (FalsePositive - TrueNegative + (FalseNegative - TruePositive));
}
