using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Drift;

/// <summary>Two samples in the same few bins, to be shown side by side.</summary>
internal static class PlotBins
{
    private const int Most = 16;

    // So much of each end goes into the outermost bins, lest a stray value leave all others in one.
    private const double Tail = 0.005;

    public static ColumnDrift Add(ColumnDrift drift, Column reference, Column current, double[]? first, double[]? second)
    {
        var (before, after) = first is { Length: > 0 } && second is { Length: > 0 } ? Numbers(first, second) : Texts(reference, current);
        return drift with { ReferenceCounts = before, Counts = after };
    }

    /// <summary>Bins of a profile, without those that neither sample reaches.</summary>
    public static ColumnDrift Add(ColumnDrift drift, IReadOnlyList<long> reference, IReadOnlyList<long> current)
    {
        var reached = Bins.Reached([.. reference.SkipLast(1)], [.. current.SkipLast(1)]);
        return drift with { ReferenceCounts = [.. reached.Select(bin => reference[bin])], Counts = [.. reached.Select(bin => current[bin])] };
    }

    private static (long[] Before, long[] After) Numbers(double[] first, double[] second)
    {
        var least = Math.Min(At(first, Tail), At(second, Tail));
        var width = (Math.Max(At(first, 1 - Tail), At(second, 1 - Tail)) - least) / Most;
        return (Count(first), Count(second));

        long[] Count(double[] sorted)
        {
            var counts = new long[Most];
            foreach (var value in sorted)
                counts[width > 0 ? (int)Math.Clamp((value - least) / width, 0, Most - 1) : 0]++;
            return counts;
        }
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static (long[] Before, long[] After) Texts(Column reference, Column current)
    {
        var (before, after) = (Counts(reference), Counts(current));
        string[] values = [.. before.Keys.Union(after.Keys)
            .OrderByDescending(value => before.GetValueOrDefault(value) + after.GetValueOrDefault(value)).ThenBy(value => value, StringComparer.Ordinal)
            .Take(Most)];
        return (Array.ConvertAll(values, value => before.GetValueOrDefault(value)), Array.ConvertAll(values, value => after.GetValueOrDefault(value)));
    }

    private static Dictionary<string, long> Counts(Column column)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.Text(row) is { } text)
                counts[text] = counts.GetValueOrDefault(text) + 1;
        }

        return counts;
    }
}
