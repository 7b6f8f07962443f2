using MlOps.Build.Engine.Training.Combining;

namespace MlOps.Build.Engine.Configuration;

/// <summary>What <c>trainer: ensemble</c> is made of.</summary>
internal sealed record EnsembleConfig
{
    private const double UsualConfidence = 0.9;

    /// <summary>The members, in order; of a cascade the first is asked first.</summary>
    public required IReadOnlyList<MemberConfig> Members { get; init; }

    public EnsembleMethod Method { get; init; } = EnsembleMethod.Stacking;

    /// <summary>Parts that stacking divides the training rows into, 2 to 20.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Probabilities from which members of a cascade decide: one for all but the last, or one for each of these; empty for 0.9.</summary>
    public IReadOnlyList<double> Confidence { get; init; } = [];

    /// <summary>The probability from which a member of a cascade decides; the last always does.</summary>
    public double ConfidenceOf(int member) => Confidence.Count switch { 0 => UsualConfidence, 1 => Confidence[0], _ => Confidence[member] };
}
