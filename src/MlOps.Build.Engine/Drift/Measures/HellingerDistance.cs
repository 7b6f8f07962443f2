using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The distance of Hellinger, 0 to 1: by value for categories; for numbers in bins by Sturges over the different values of both samples.
/// </summary>
internal sealed class HellingerDistance : IDriftMeasure
{
    public string Name => "hellinger";

    public DriftKind Kinds => DriftKind.Any;

    public bool IsPValue => false;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        var (reference, current) = pair.Kind == DriftKind.Number ? Bins(pair) : (pair.Counts.Reference, pair.Counts.Current);
        double[] terms = [.. reference.Zip(current, (r, a) => Math.Sqrt((double)r / pair.Reference.Count * ((double)a / pair.Current.Count)))];
        return new(Math.Sqrt(1 - Math.Clamp(FixedSum.Sum(terms), 0, 1)));
    }

    private static (long[] Reference, long[] Current) Bins(DriftPair pair)
    {
        double[] a = pair.Reference.Numbers, b = pair.Current.Numbers;
        var edges = SturgesBins.Edges(Math.Min(a[0], b[0]), Math.Max(a[^1], b[^1]), pair.Counts.Distinct);
        return (SturgesBins.Count(a, edges), SturgesBins.Count(b, edges));
    }
}
