namespace MlOps.Build.Engine.Training.Trees.Binning;

/// <summary>
/// Cuts a feature's distinct values into bins of about equal row counts. A value with more rows than an average bin gets one of its own,
/// and the others share what is left, as LightGBM does.
/// </summary>
internal static class QuantileBounds
{
    /// <summary>The float32 upper bounds of all bins but the last, strictly ascending.</summary>
    public static float[] Of(DistinctValues distinct, int maxBins)
    {
        var (values, _) = distinct;
        if (values.Length <= maxBins)
            return [.. Enumerable.Range(0, Math.Max(0, values.Length - 1)).Select(i => Between(values[i], values[i + 1]))];
        return [.. Cuts(distinct.Counts, maxBins).Select(i => Between(values[i], values[i + 1]))];
    }

    /// <summary>A float32 t with low &lt;= t &lt; high: the midpoint where rounding allows it.</summary>
    public static float Between(float low, float high)
    {
        var middle = (float)(((double)low + high) / 2);
        return middle >= low && middle < high ? middle : low;
    }

    // The indices after which a bin ends.
    private static List<int> Cuts(ReadOnlySpan<int> counts, int maxBins)
    {
        var restRows = 0L;
        foreach (var count in counts)
            restRows += count;
        var average = (double)restRows / maxBins;
        var restBins = maxBins;
        foreach (var count in counts)
        {
            restRows -= count >= average ? count : 0;
            restBins -= count >= average ? 1 : 0;
        }

        var target = Target(restRows, restBins);
        var cuts = new List<int>();
        long filled = 0;
        for (var i = 0; i < counts.Length - 1 && cuts.Count < maxBins - 1; i++)
        {
            var isHeavy = counts[i] >= average;
            filled += counts[i];
            restRows -= isHeavy ? 0 : counts[i];
            var beforeHeavy = counts[i + 1] >= average && filled >= Math.Max(1, target / 2);
            if (!isHeavy && filled < target && !beforeHeavy)
                continue;
            cuts.Add(i);
            filled = 0;
            if (!isHeavy)
                target = Target(restRows, --restBins);
        }

        return cuts;
    }

    private static double Target(long rows, int bins) => bins > 0 ? (double)rows / bins : double.PositiveInfinity;
}
