using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Importances;

/// <summary>The test rows that importances are measured on.</summary>
internal static class ImportanceSample
{
    /// <summary>At most about <paramref name="limit"/> rows, ascending; each class keeps its share and at least one row.</summary>
    public static int[] Draw(ScoredRows rows, int limit, SeededRandom random)
    {
        if (rows.Count <= limit)
            return [.. Enumerable.Range(0, rows.Count)];
        var strata = Enumerable.Range(0, rows.Count)
            .GroupBy(row => rows.ClassCount > 0 ? rows.Labels[row] : 0)
            .OrderBy(group => group.Key);
        var drawn = new List<int>();
        foreach (var stratum in strata)
        {
            var members = stratum.ToArray();
            random.Shuffle<int>(members);
            drawn.AddRange(members.Take((int)Math.Max(1, (long)members.Length * limit / rows.Count)));
        }

        drawn.Sort();
        return [.. drawn];
    }
}
