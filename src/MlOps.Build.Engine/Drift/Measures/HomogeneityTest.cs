namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// Pearson's test that two samples come from one distribution, both of them counted as random. Not among Evidently's: <see cref="ChiSquareTest"/>
/// takes the reference as known, so that samples of one size and one distribution look twice as far apart as they are.
/// </summary>
internal sealed class HomogeneityTest : IDriftMeasure
{
    public string Name => "homogeneity";

    public DriftKind Kinds => DriftKind.Category;

    public bool IsPValue => true;

    public double Threshold => 0.05;

    public DriftScore? Measure(DriftPair pair) =>
        ChiSquare.Homogeneity(pair.Counts.Reference, pair.Counts.Current) is { } test ? new(test.PValue, test.Statistic) : null;
}
