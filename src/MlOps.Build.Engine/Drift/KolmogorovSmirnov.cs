namespace MlOps.Build.Engine.Drift;

/// <summary>The statistic of Kolmogorov and Smirnov for two samples: the largest distance between their distribution functions.</summary>
internal static class KolmogorovSmirnov
{
    /// <summary>The distance, 0 to 1. Both samples have values, none of them NaN; they are sorted.</summary>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (i, j, largest) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            largest = Math.Max(largest, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return largest;
    }

    /// <summary>The distance at the ends of ordered bins, at most that of the values; null when one of the samples is empty.</summary>
    public static double? AtEdges(IReadOnlyList<long> reference, IReadOnlyList<long> current)
    {
        double first = reference.Sum(), second = current.Sum();
        if (first == 0 || second == 0)
            return null;
        var (before, after, largest) = (0L, 0L, 0.0);
        for (var i = 0; i < reference.Count; i++)
        {
            before += reference[i];
            after += current[i];
            largest = Math.Max(largest, Math.Abs((before / first) - (after / second)));
        }

        return largest;
    }
}
