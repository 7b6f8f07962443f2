namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>For each class the rows by descending probability of it, sorted once.</summary>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Labels">Each row's class.</param>
/// <param name="Entries">A class each: row index shifted left once, bit 0 set on the last row of a group of equal scores.</param>
internal sealed record ClassRankings(int Classes, int[] Labels, long[][] Entries)
{
    public static ClassRankings Create(ScoredRows rows) => new(
        rows.ClassCount,
        Array.ConvertAll(rows.Labels, label => (int)label),
        [.. Enumerable.Range(0, rows.ClassCount).Select(@class => Ranked(rows, @class))]);

    private static long[] Ranked(ScoredRows rows, int @class)
    {
        float Score(int row) => rows.Scores[(row * rows.ClassCount) + @class];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(order, (left, right) => Score(left) == Score(right) ? left.CompareTo(right) : Score(right).CompareTo(Score(left)));
        var entries = new long[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var ends = i + 1 == order.Length || Score(order[i]) != Score(order[i + 1]);
            entries[i] = ((long)order[i] << 1) | (ends ? 1L : 0L);
        }

        return entries;
    }
}
