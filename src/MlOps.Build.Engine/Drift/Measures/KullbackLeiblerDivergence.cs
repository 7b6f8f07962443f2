using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The divergence of Kullback and Leibler of the reference from the current rows, in nats, over <see cref="BinnedShares"/> with filled zeros.
/// </summary>
internal sealed class KullbackLeiblerDivergence : IDriftMeasure
{
    public string Name => "kl_div";

    public DriftKind Kinds => DriftKind.Any;

    public bool IsPValue => false;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        var shares = BinnedShares.Of(pair).Filled();
        var (first, second) = (FixedSum.Sum(shares.Reference), FixedSum.Sum(shares.Current));
        double[] terms = [.. shares.Reference.Zip(shares.Current, (r, a) => r / first * DeterministicMath.Log(r / first / (a / second)))];
        return new(FixedSum.Sum(terms));
    }
}
