namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>The energy distance (Székely and Rizzo, 2013), the root of 2 ∫ (F - G)², in the root of the values' unit.</summary>
internal sealed class EnergyDistance : IDriftMeasure
{
    public string Name => "ed";

    public DriftKind Kinds => DriftKind.Number;

    public bool IsPValue => false;

    public double Threshold => 0.1;

    public bool Inclusive => false;

    public DriftScore? Measure(DriftPair pair) =>
        new(Math.Sqrt(2 * DistributionGap.Integral(pair.Reference.Numbers, pair.Current.Numbers, squared: true)));
}
