using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Drift;

/// <summary>
/// Bins of a reference: for numbers its deciles, by the inverse of the distribution function so that each end is a value (definition 1
/// of Hyndman and Fan, 1996); for text its most frequent values. Equal deciles are one bin.
/// </summary>
internal static class Bins
{
    private const int Deciles = 10;
    private const int MostValues = 20;

    /// <summary>The bins of a column, with its own counts.</summary>
    public static ColumnBins Of(Column column)
    {
        var bins = DriftValues.Sorted(column) is { } numbers
            ? new ColumnBins { Edges = Edges(numbers), Counts = [] }
            : new ColumnBins { Values = Values(column), Counts = [] };
        return bins with { Counts = Count(bins, column) };
    }

    /// <summary>The rows of another column in these bins.</summary>
    public static long[] Count(ColumnBins bins, Column column)
    {
        var counts = new long[Math.Max(bins.Edges.Count, bins.Values.Count) + 2];
        double[] edges = [.. bins.Edges];
        var values = bins.Values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var number = DriftValues.Reader(column);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsMissing(row) || (number is not null && double.IsNaN(number(row))))
                counts[^1]++;
            else if (number is not null)
                counts[Place(edges, number(row))]++;
            else
                counts[values.TryGetValue(column.Text(row)!, out var bin) ? bin : bins.Values.Count]++;
        }

        return counts;
    }

    /// <summary>The bins that at least one of two samples reaches.</summary>
    public static List<int> Reached(IReadOnlyList<long> reference, IReadOnlyList<long> current) =>
        [.. Enumerable.Range(0, reference.Count).Where(bin => reference[bin] + current[bin] > 0)];

    /// <summary>False when a stranger's record cannot be what <see cref="Of"/> made.</summary>
    public static bool AreWhole(ColumnBins bins) =>
        bins is { Edges: not null, Values: not null, Counts: not null }
        && (bins.Edges.Count == 0 || bins.Values.Count == 0)
        && bins.Counts.Count == bins.Edges.Count + bins.Values.Count + 2
        && bins.Counts.All(count => count is >= 0 and <= int.MaxValue)
        && bins.Edges.All(double.IsFinite)
        && bins.Edges.Zip(bins.Edges.Skip(1), (low, high) => low < high).All(ascends => ascends)
        && bins.Values.All(value => value is not null)
        && bins.Values.Distinct(StringComparer.Ordinal).Count() == bins.Values.Count;

    private static double[] Edges(double[] sorted) => sorted.Length == 0 ? [] :
    [
        .. Enumerable.Range(1, Deciles - 1)
            .Select(k => sorted[(((long)k * sorted.Length) + Deciles - 1) / Deciles - 1])
            .Where(edge => edge < sorted[^1] && double.IsFinite(edge))
            .Distinct(),
    ];

    // The first bin whose end is not below the value.
    private static int Place(double[] edges, double value) => Array.BinarySearch(edges, value) is var at && at < 0 ? ~at : at;

    // Where there are many values, those that occur once would be rows picked by their spelling.
    private static string[] Values(Column column)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.Text(row) is { } text)
                counts[text] = counts.GetValueOrDefault(text) + 1;
        }

        var least = counts.Count > MostValues ? 2 : 1;
        return
        [
            .. counts.Where(pair => pair.Value >= least)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(MostValues)
                .Select(pair => pair.Key),
        ];
    }
}
