using System.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>Bins of equal width by the rule of Sturges (1926), as NumPy cuts and fills them.</summary>
internal static class SturgesBins
{
    private const double LogOfTwo = 0.6931471805599453;

    /// <summary>Edges, one more than there are bins.</summary>
    /// <param name="least">The smallest value.</param>
    /// <param name="most">The largest value.</param>
    /// <param name="count">How many values there are.</param>
    public static double[] Edges(double least, double most, long count)
    {
        var width = (most - least) / (Log2(count) + 1);
        var bins = width > 0 ? Math.Max(1, (int)Math.Ceiling((most - least) / width)) : 1;
        if (most == least)
            (least, most) = (least - 0.5, most + 0.5);
        var step = (most - least) / bins;
        var edges = new double[bins + 1];
        for (var i = 0; i < bins; i++)
            edges[i] = (i * step) + least;
        edges[bins] = most;
        return edges;
    }

    /// <summary>Values by bin: each holds its lower end, the last one both.</summary>
    public static long[] Count(double[] sorted, double[] edges)
    {
        var counts = new long[edges.Length - 1];
        var before = Below(sorted, edges[0]);
        for (var bin = 0; bin < counts.Length; bin++)
        {
            var next = bin == counts.Length - 1 ? sorted.Length : Below(sorted, edges[bin + 1]);
            counts[bin] = next - before;
            before = next;
        }

        return counts;
    }

    private static double Log2(long count) => BitOperations.IsPow2(count) ? BitOperations.Log2((ulong)count) : DeterministicMath.Log(count) / LogOfTwo;

    // How many values are below a limit.
    private static int Below(double[] sorted, double limit)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
