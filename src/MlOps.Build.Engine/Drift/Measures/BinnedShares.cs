namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// Shares of two samples in the same bins, by the rule of Evidently: numbers of which the reference holds more than 20 different ones go
/// into bins by Sturges over both samples, everything else is counted by value.
/// </summary>
/// <param name="Reference">Shares of the reference.</param>
/// <param name="Current">Shares of the rows compared with it.</param>
internal sealed record BinnedShares(double[] Reference, double[] Current)
{
    private const int MostValues = 20;
    private const double Fill = 0.0001;

    public static BinnedShares Of(DriftPair pair)
    {
        if (pair.Kind != DriftKind.Number || pair.Counts.ReferenceDistinct <= MostValues)
            return new(Shares(pair.Counts.Reference, pair.Reference.Count), Shares(pair.Counts.Current, pair.Current.Count));
        double[] a = pair.Reference.Numbers, b = pair.Current.Numbers;
        var edges = SturgesBins.Edges(Math.Min(a[0], b[0]), Math.Max(a[^1], b[^1]), a.Length + (long)b.Length);
        return new(Shares(SturgesBins.Count(a, edges), a.Length), Shares(SturgesBins.Count(b, edges), b.Length));
    }

    /// <summary>
    /// Empty bins get the share 0.0001, or a millionth of the smallest share when that one is not larger: the logarithm of 0 has no value.
    /// Shares no longer sum to 1 then.
    /// </summary>
    public BinnedShares Filled() => new(Filled(Reference), Filled(Current));

    private static double[] Shares(long[] counts, long rows) => Array.ConvertAll(counts, count => (double)count / rows);

    private static double[] Filled(double[] shares)
    {
        var least = shares.Where(share => share > 0).Min();
        var fill = least <= Fill ? least / 1e6 : Fill;
        return Array.ConvertAll(shares, share => share > 0 ? share : fill);
    }
}
