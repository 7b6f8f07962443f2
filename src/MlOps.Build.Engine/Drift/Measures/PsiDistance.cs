using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>Population stability index, Σ (r - a) ln(r / a), over <see cref="BinnedShares"/> with filled zeros.</summary>
internal sealed class PsiDistance : IDriftMeasure
{
    public string Name => "psi";

    public DriftKind Kinds => DriftKind.Any;

    public bool IsPValue => false;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        var shares = BinnedShares.Of(pair).Filled();
        return new(FixedSum.Sum([.. shares.Reference.Zip(shares.Current, (r, a) => (r - a) * DeterministicMath.Log(r / a))]));
    }
}
