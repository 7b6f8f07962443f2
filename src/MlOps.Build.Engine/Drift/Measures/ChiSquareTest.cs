using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// Pearson's test of the current counts against the reference's shares. These are taken as known without error, and a value that the
/// reference lacks is impossible by them: its p-value is 0.
/// </summary>
internal sealed class ChiSquareTest : IDriftMeasure
{
    public string Name => "chisquare";

    public DriftKind Kinds => DriftKind.Category;

    public bool IsPValue => true;

    public double Threshold => 0.05;

    public DriftScore? Measure(DriftPair pair)
    {
        var counts = pair.Counts;
        if (counts.Distinct < 2)
            return null;
        var scale = (double)pair.Current.Count / pair.Reference.Count;
        double[] terms = [.. counts.Reference.Zip(counts.Current, (r, a) => ((a - (r * scale)) * (a - (r * scale))) / (r * scale))];
        var statistic = FixedSum.Sum(terms);
        return new(double.IsInfinity(statistic) ? 0 : SpecialFunctions.GammaUpper((counts.Distinct - 1) / 2.0, statistic / 2), Finite(statistic));
    }

    private static double? Finite(double statistic) => double.IsFinite(statistic) ? statistic : null;
}
