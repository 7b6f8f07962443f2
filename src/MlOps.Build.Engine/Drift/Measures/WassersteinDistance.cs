using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The first distance of Wasserstein by the reference's standard deviation (that of a population; 0.001 at least): by how many of them the
/// values moved on average.
/// </summary>
internal sealed class WassersteinDistance : IDriftMeasure
{
    private const double LeastSpread = 0.001;

    public string Name => "wasserstein";

    public DriftKind Kinds => DriftKind.Number;

    public bool IsPValue => false;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair) => new(Of(pair.Reference.Numbers, pair.Current.Numbers));

    /// <summary>Both are sorted and not empty.</summary>
    public static double Of(double[] reference, double[] current) =>
        DistributionGap.Integral(reference, current, squared: false) / Math.Max(Spread(reference), LeastSpread);

    private static double Spread(double[] numbers)
    {
        var mean = FixedSum.Sum(numbers) / numbers.Length;
        var deviations = Array.ConvertAll(numbers, number => number - mean);
        var shift = FixedSum.Sum(deviations) / numbers.Length;
        return Math.Sqrt(Math.Max(0, (FixedSum.Dot(deviations, deviations) / numbers.Length) - (shift * shift)));
    }
}
