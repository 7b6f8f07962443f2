using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The test by the logarithm of the likelihood ratio, 2 Σ a ln(a / e), of the current counts against the reference's shares. Evidently takes
/// samples of equal size only; here the reference is scaled to the current rows.
/// </summary>
internal sealed class GTest : IDriftMeasure
{
    public string Name => "g_test";

    public DriftKind Kinds => DriftKind.Category;

    public bool IsPValue => true;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        var counts = pair.Counts;
        if (counts.Distinct < 2)
            return null;
        if (counts.Reference.Any(count => count == 0))
            return new(0);
        var scale = (double)pair.Current.Count / pair.Reference.Count;
        double[] terms = [.. counts.Reference.Zip(counts.Current, (r, a) => a == 0 ? 0 : 2 * a * DeterministicMath.Log(a / (r * scale)))];
        var statistic = FixedSum.Sum(terms);
        return new(SpecialFunctions.GammaUpper((counts.Distinct - 1) / 2.0, statistic / 2), statistic);
    }
}
