using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>Integrals over the gap between two distribution functions.</summary>
internal static class DistributionGap
{
    /// <summary>∫ |F - G|, or ∫ (F - G)² when squared, in the unit of the values. Both are sorted and not empty.</summary>
    public static double Integral(double[] first, double[] second, bool squared)
    {
        var terms = new List<double>(first.Length + second.Length);
        var (i, j) = (0, 0);
        while (i < first.Length || j < second.Length)
        {
            var value = Next(first, i, second, j);
            while (i < first.Length && first[i] == value)
                i++;
            while (j < second.Length && second[j] == value)
                j++;
            if (i == first.Length && j == second.Length)
                break;
            var gap = ((double)i / first.Length) - ((double)j / second.Length);
            terms.Add((squared ? gap * gap : Math.Abs(gap)) * (Next(first, i, second, j) - value));
        }

        return FixedSum.Sum([.. terms]);
    }

    private static double Next(double[] first, int i, double[] second, int j) =>
        i == first.Length ? second[j] : j == second.Length ? first[i] : Math.Min(first[i], second[j]);
}
