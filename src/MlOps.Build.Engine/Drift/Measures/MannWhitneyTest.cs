using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The test of Mann and Whitney (1947), one-sided as Evidently asks for it: small p-values say that the current values are larger. It does
/// not see values that became smaller. Exact where one sample has at most 8 values and no two are equal, else by the normal distribution with
/// corrections for ties and continuity.
/// </summary>
internal sealed class MannWhitneyTest : IDriftMeasure
{
    private const int MostExact = 8;

    public string Name => "mannw";

    public DriftKind Kinds => DriftKind.Number;

    public bool IsPValue => true;

    public double Threshold => 0.05;

    public DriftScore? Measure(DriftPair pair)
    {
        double n = pair.Reference.Count, m = pair.Current.Count;
        var (ranks, ties) = (0.0, 0.0);
        foreach (var group in TieGroup.Of(pair.Counts))
        {
            ranks += group.Reference * group.Rank;
            ties += ((double)group.Count * group.Count * group.Count) - group.Count;
        }

        var smaller = ranks - (n * (n + 1) / 2);
        var larger = (n * m) - smaller;
        if (ties == 0 && (n <= MostExact || m <= MostExact))
            return new(RankSums.AtLeast((int)larger, (int)n, (int)m), smaller);
        var variance = n * m / 12 * (n + m + 1 - (ties / ((n + m) * (n + m - 1))));
        return variance > 0 ? new(NormalDistribution.Cumulative(-((larger - (n * m / 2) - 0.5) / Math.Sqrt(variance))), smaller) : null;
    }
}
