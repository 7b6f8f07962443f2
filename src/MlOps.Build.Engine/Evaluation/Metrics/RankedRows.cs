namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// Binary rows by descending score, sorted once: a resample is another set of counts over the same order, so AUC and average
/// precision of a resample cost one pass and no sort. Equal scores form one group.
/// </summary>
internal sealed class RankedRows
{
    // A row index shifted left twice, bit 0 set for a positive row, bit 1 set on the last row of a group of equal scores.
    private readonly long[] _entries;

    private RankedRows(long[] entries, int[] order)
    {
        _entries = entries;
        Order = order;
    }

    /// <summary>Row indices by descending score.</summary>
    public int[] Order { get; }

    public static RankedRows Create(float[] labels, double[] scores)
    {
        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (left, right) => scores[left] == scores[right] ? left.CompareTo(right) : scores[right].CompareTo(scores[left]));
        var entries = new long[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var ends = i + 1 == order.Length || scores[order[i]] != scores[order[i + 1]];
            entries[i] = ((long)order[i] << 2) | (ends ? 2L : 0L) | (labels[order[i]] == 1 ? 1L : 0L);
        }

        return new RankedRows(entries, order);
    }

    /// <summary>True when the row at this place of the order is the last of those with its score.</summary>
    public bool EndsGroup(int place) => (_entries[place] & 2) != 0;

    /// <summary>
    /// AUC as the Mann-Whitney statistic with ties counted half, in whole numbers (Hanley and McNeil, 1982); average precision as
    /// the sum over thresholds of the gain in recall times the precision there (scikit-learn's <c>average_precision_score</c>).
    /// </summary>
    public RankingScores Score(ReadOnlySpan<int> counts)
    {
        long positives = 0, negatives = 0, groupPositives = 0, groupNegatives = 0, doubledWins = 0;
        var precision = 0.0;
        foreach (var entry in _entries)
        {
            var count = counts[(int)(entry >> 2)];
            var positive = count * (entry & 1);
            groupPositives += positive;
            groupNegatives += count - positive;
            if ((entry & 2) == 0)
                continue;
            doubledWins += groupNegatives * ((2 * positives) + groupPositives);
            positives += groupPositives;
            negatives += groupNegatives;
            if (groupPositives != 0)
                precision += groupPositives * ((double)positives / (positives + negatives));
            groupPositives = 0;
            groupNegatives = 0;
        }

        return new(positives, negatives, doubledWins / (2.0 * positives * negatives), precision / positives);
    }
}
