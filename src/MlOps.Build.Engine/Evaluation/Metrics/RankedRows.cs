namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// Binary rows by descending score, sorted once: a resample is another set of counts over the same order, so what depends on the
/// ranking costs one pass and no sort. Equal scores form one group.
/// </summary>
internal sealed class RankedRows
{
    // A row index shifted left twice, bit 0 set for a positive row, bit 1 set on the last row of a group of equal scores.
    private readonly long[] _entries;

    private RankedRows(long[] entries, int[] order, double[] groupScores)
    {
        _entries = entries;
        Order = order;
        GroupScores = groupScores;
    }

    /// <summary>Row indices by descending score.</summary>
    public int[] Order { get; }

    /// <summary>The distinct scores, descending.</summary>
    public double[] GroupScores { get; }

    public ReadOnlySpan<long> Entries => _entries;

    public static RankedRows Create(ScoredRows rows)
    {
        var scores = new double[rows.Count];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = rows.Score(i);
        return Create(rows.Labels, scores);
    }

    public static RankedRows Create(float[] labels, double[] scores)
    {
        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (left, right) => scores[left] == scores[right] ? left.CompareTo(right) : scores[right].CompareTo(scores[left]));
        var entries = new long[order.Length];
        var distinct = new List<double>();
        for (var i = 0; i < order.Length; i++)
        {
            var ends = i + 1 == order.Length || scores[order[i]] != scores[order[i + 1]];
            entries[i] = ((long)order[i] << 2) | (ends ? 2L : 0L) | (labels[order[i]] == 1 ? 1L : 0L);
            if (ends)
                distinct.Add(scores[order[i]]);
        }

        return new RankedRows(entries, order, [.. distinct]);
    }

    /// <summary>True when the row at this place of the order is the last of those with its score.</summary>
    public bool EndsGroup(int place) => (_entries[place] & 2) != 0;
}
