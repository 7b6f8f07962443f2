using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>The root of the Jensen-Shannon divergence in nats, 0 to 0.833 (the root of ln 2), over <see cref="BinnedShares"/>.</summary>
internal sealed class JensenShannonDistance : IDriftMeasure
{
    public string Name => "jensenshannon";

    public DriftKind Kinds => DriftKind.Any;

    public bool IsPValue => false;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        var shares = BinnedShares.Of(pair);
        double[] terms = [.. shares.Reference.Zip(shares.Current, (r, a) => Part(r, a) + Part(a, r))];
        return new(Math.Sqrt(Math.Max(0, FixedSum.Sum(terms) / 2)));
    }

    private static double Part(double p, double q) => p > 0 ? p * DeterministicMath.Log(2 * p / (p + q)) : 0;
}
