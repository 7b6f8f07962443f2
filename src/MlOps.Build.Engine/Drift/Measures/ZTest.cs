using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>The two-sided test of two shares with a pooled variance: the share of rows that do not hold the first value in order.</summary>
internal sealed class ZTest : IDriftMeasure
{
    public string Name => "z";

    public DriftKind Kinds => DriftKind.Category;

    public bool IsPValue => true;

    public double Threshold => 0.05;

    public DriftScore? Measure(DriftPair pair)
    {
        var counts = pair.Counts;
        if (counts.Distinct == 1)
            return new(1, 0);
        double first = pair.Reference.Count, second = pair.Current.Count;
        var (p, q) = (1 - (counts.Reference[0] / first), 1 - (counts.Current[0] / second));
        var both = ((p * first) + (q * second)) / (first + second);
        var z = (p - q) / Math.Sqrt(both * (1 - both) * ((1 / first) + (1 / second)));
        return new(NormalDistribution.TwoSided(z), z);
    }
}
