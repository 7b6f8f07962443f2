using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The two-sided test of Kolmogorov and Smirnov: exact up to 10,000 values in the larger sample, beyond by the distribution for one sample of
/// n m / (n + m) values (Simard and L'Ecuyer, 2011), as SciPy does it.
/// </summary>
internal sealed class KolmogorovSmirnovTest : IDriftMeasure
{
    private const int MostExact = 10_000;

    public string Name => "ks";

    public DriftKind Kinds => DriftKind.Number;

    public bool IsPValue => true;

    public double Threshold => 0.05;

    public bool Inclusive => true;

    public DriftScore? Measure(DriftPair pair)
    {
        double[] a = pair.Reference.Numbers, b = pair.Current.Numbers;
        var distance = KolmogorovSmirnov.Distance(a, b);
        var p = Math.Max(a.Length, b.Length) <= MostExact
            ? LatticePaths.Outside(a.Length, b.Length, distance)
            : KolmogorovSample.Upper(Math.Round((double)a.Length * b.Length / ((double)a.Length + b.Length)), distance);
        return new(p, distance);
    }
}
