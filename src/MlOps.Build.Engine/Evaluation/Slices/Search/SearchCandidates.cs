namespace MlOps.Build.Engine.Evaluation.Slices.Search;

/// <summary>
/// The groups of a search and their statistics: how many standard errors a group's loss lies above the mean of all rows, when losses are
/// dealt out to rows at random. z = (Σ loss - n·mean) / (s √(n (N - n) / N)), exact under permutation.
/// </summary>
internal sealed class SearchCandidates
{
    private readonly SearchTable[] _tables;
    private readonly int[][] _slots;
    private readonly double[] _expected;
    private readonly double[] _scale;

    public SearchCandidates(IReadOnlyList<SearchTable> tables, double[] losses, int minimumRows)
    {
        _tables = [.. tables];
        var moments = LossMoments.Of(losses);
        var found = new List<(int Table, int Group)>();
        _slots = [.. _tables.Select((table, index) => Slots(table, index, losses.Length, minimumRows, found))];
        Groups = found;
        _expected = [.. found.Select(item => Count(item) * moments.Mean)];
        _scale = [.. found.Select(item => Scale(Count(item), losses.Length, moments.Deviation))];
    }

    public IReadOnlyList<(int Table, int Group)> Groups { get; }

    /// <summary>Additions that one set of statistics costs.</summary>
    public long Work => (long)_tables.Length * _tables[0].Codes.Length;

    public SearchTable Table(int candidate) => _tables[Groups[candidate].Table];

    public int[] Rows(int candidate) => Table(candidate).Rows(Groups[candidate].Group);

    /// <summary>The statistics of all groups into <paramref name="statistics"/>, in the order of <see cref="Groups"/>.</summary>
    public void Compute(ReadOnlySpan<double> losses, double[] statistics)
    {
        Array.Clear(statistics);
        for (var table = 0; table < _tables.Length; table++)
            Add(_tables[table].Codes, _slots[table], losses, statistics);
        for (var i = 0; i < statistics.Length; i++)
            statistics[i] = (statistics[i] - _expected[i]) * _scale[i];
    }

    private static void Add(ReadOnlySpan<int> codes, int[] slots, ReadOnlySpan<double> losses, double[] sums)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            var slot = slots[codes[row]];
            if (slot >= 0)
                sums[slot] += losses[row];
        }
    }

    private int Count((int Table, int Group) item) => _tables[item.Table].Counts[item.Group];

    private static int[] Slots(SearchTable table, int index, int rows, int minimumRows, List<(int Table, int Group)> found)
    {
        var slots = new int[table.Counts.Length];
        for (var group = 0; group < slots.Length; group++)
        {
            var looked = table.Counts[group] >= minimumRows && rows - table.Counts[group] >= minimumRows;
            slots[group] = looked ? found.Count : -1;
            if (looked)
                found.Add((index, group));
        }

        return slots;
    }

    private static double Scale(double n, double rows, double deviation) =>
        deviation > 0 ? 1 / (deviation * Math.Sqrt(n * (rows - n) / rows)) : 0;
}
