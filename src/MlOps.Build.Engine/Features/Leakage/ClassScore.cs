namespace MlOps.Build.Engine.Features.Leakage;

/// <summary>The area under the ROC curve of out-of-fold shares of one class.</summary>
internal static class ClassScore
{
    /// <summary>
    /// The area, ties counted half (Mann and Whitney); NaN when the class has no row, or all. The share of a bin is drawn towards the
    /// share of all rows by the weight of one row.
    /// </summary>
    public static double Area(Bins cells, double[] labels, int index, int folds)
    {
        var (rows, hits) = Count(cells, labels, index);
        var (foldRows, foldHits) = (ByFold(rows, folds), ByFold(hits, folds));
        var (allRows, allHits) = (foldRows.Sum(), foldHits.Sum());
        if (allHits == 0 || allHits == allRows)
            return double.NaN;
        var scores = new List<(double Score, long Rows, long Hits)>();
        for (var bin = 0; bin < rows.Length; bin += folds)
        {
            var (binRows, binHits) = (rows.AsSpan(bin, folds).ToArray().Sum(), hits.AsSpan(bin, folds).ToArray().Sum());
            for (var fold = 0; fold < folds; fold++)
            {
                if (rows[bin + fold] == 0)
                    continue;
                var prior = (allHits - foldHits[fold]) / (double)Math.Max(1, allRows - foldRows[fold]);
                var share = (binHits - hits[bin + fold] + prior) / (binRows - rows[bin + fold] + 1.0);
                scores.Add((share, rows[bin + fold], hits[bin + fold]));
            }
        }

        return Area(scores, allHits, allRows - allHits);
    }

    private static (long[] Rows, long[] Hits) Count(Bins cells, double[] labels, int index)
    {
        var (rows, hits) = (new long[cells.Count], new long[cells.Count]);
        for (var i = 0; i < labels.Length; i++)
        {
            rows[cells.Rows[i]]++;
            if (labels[i] == index)
                hits[cells.Rows[i]]++;
        }

        return (rows, hits);
    }

    private static long[] ByFold(long[] cells, int folds)
    {
        var sums = new long[folds];
        for (var i = 0; i < cells.Length; i++)
            sums[i % folds] += cells[i];
        return sums;
    }

    // Twice the number of pairs in which the positive row scores higher, ties half: whole numbers, so the order of adding is no matter.
    private static double Area(List<(double Score, long Rows, long Hits)> scores, long positives, long negatives)
    {
        var below = 0L;
        var twice = 0L;
        foreach (var tied in scores.GroupBy(cell => cell.Score).OrderBy(group => group.Key))
        {
            var hits = tied.Sum(cell => cell.Hits);
            var misses = tied.Sum(cell => cell.Rows) - hits;
            twice += hits * ((2 * below) + misses);
            below += misses;
        }

        return twice / (2.0 * positives * negatives);
    }
}
