namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>Corrections of several p-values.</summary>
internal static class DriftCorrection
{
    public const string BenjaminiHochberg = "benjamini-hochberg";
    public const string None = "none";

    /// <summary>
    /// Adjusted p-values: calling those below q drift makes at most a share q of the calls false on average (Benjamini and Hochberg, 1995;
    /// also for tests that depend on each other positively). In the order given.
    /// </summary>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var least = 1.0;
        foreach (var (index, rank) in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).Select((index, rank) => (index, rank + 1)).Reverse())
            adjusted[index] = least = Math.Min(least, pValues[index] * pValues.Count / rank);
        return adjusted;
    }
}
