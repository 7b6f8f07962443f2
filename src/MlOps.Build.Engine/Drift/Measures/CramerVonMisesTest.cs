using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The test of Cramér and von Mises for two samples (Anderson, 1962): exact up to 20 values each, beyond by the limiting distribution of the
/// statistic with its own mean and variance.
/// </summary>
internal sealed class CramerVonMisesTest : IDriftMeasure
{
    private const int MostExact = 20;

    // Below it the limiting distribution function is less than 1.3e-18.
    private const double LeastLimit = 0.003;

    public string Name => "cramer_von_mises";

    public DriftKind Kinds => DriftKind.Number;

    public bool IsPValue => true;

    public double Threshold => 0.1;

    public bool Inclusive => true;

    public DriftScore? Measure(DriftPair pair)
    {
        double n = pair.Reference.Count, m = pair.Current.Count;
        if (n < 2 || m < 2)
            return null;
        var (product, all) = (n * m, n + m);
        var u = Squares(pair.Counts, n, m);
        var t = (u / (product * all)) - (((4 * product) - 1) / (6 * all));
        if (Math.Max(n, m) <= MostExact)
            return new(CramerVonMises.AtLeast(u, (int)n, (int)m), t);
        var mean = (1 + (1 / all)) / 6;
        var variance = (all + 1) * ((4 * product * all) - (3 * ((n * n) + (m * m))) - (2 * product)) / (45 * all * all * 4 * product);
        var normed = (1.0 / 6) + ((t - mean) / Math.Sqrt(45 * variance));
        return new(normed < LeastLimit ? 1 : Math.Clamp(1 - CramerVonMises.Limit(normed), 0, 1), t);
    }

    // n Σ (rank of the i-th value of the first - i)² and the same of the second.
    private static double Squares(PairCounts counts, double n, double m)
    {
        var (first, second, before, beforeCurrent) = (0.0, 0.0, 0L, 0L);
        foreach (var group in TieGroup.Of(counts))
        {
            first += Squares(group.Rank, before, group.Reference);
            second += Squares(group.Rank, beforeCurrent, group.Current);
            before += group.Reference;
            beforeCurrent += group.Current;
        }

        return (n * first) + (m * second);
    }

    private static double Squares(double rank, long before, long count)
    {
        var sum = 0.0;
        for (var i = before + 1; i <= before + count; i++)
            sum += (rank - i) * (rank - i);
        return sum;
    }
}
