using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>How two columns go together. Each sum has a fixed order, so that the last bit is the same on every processor.</summary>
internal static class Association
{
    // Fewer say nothing, and fewer than so many a level would make any two columns look related.
    private const int LeastRows = 10;
    private const int LeastRowsOfLevel = 5;

    /// <summary>Null when too few rows have both values, or one of both is constant in them.</summary>
    public static ColumnRelation? Of(RelatedColumn first, RelatedColumn second) => (first, second) switch
    {
        (RelatedNumbers a, RelatedNumbers b) => Numbers(a, b),
        (RelatedLevels a, RelatedLevels b) => CramersV(a, b),
        (RelatedLevels a, RelatedNumbers b) => CorrelationRatio(a, b),
        _ => Of(second, first) is { } relation ? relation with { First = first.Name, Second = second.Name } : null,
    };

    private static ColumnRelation? Numbers(RelatedNumbers a, RelatedNumbers b)
    {
        if (a.IsWhole && b.IsWhole)
            return a.Values.Length < LeastRows ? null : Relation(a, b, RelationMeasure.Pearson, FixedSum.Dot(a.Values, b.Values), a.Values.Length, FixedSum.Dot(a.Ranks, b.Ranks));
        var rows = Array.FindAll(a.Order, row => !double.IsNaN(b.Values[row]));
        if (rows.Length < LeastRows)
            return null;
        // In file order, for a sum's last bit.
        Array.Sort(rows);
        var (ranksA, ranksB) = (new double[a.Values.Length], new double[a.Values.Length]);
        RankOrder.Rank(a.Order, a.Ranks, row => !double.IsNaN(b.Values[row]), ranksA);
        RankOrder.Rank(b.Order, b.Ranks, row => !double.IsNaN(a.Values[row]), ranksB);
        return Pearson(a.Values, b.Values, rows) is { } pearson && Pearson(ranksA, ranksB, rows) is { } spearman
            ? Relation(a, b, RelationMeasure.Pearson, pearson, rows.Length, spearman)
            : null;
    }

    private static double? Pearson(double[] a, double[] b, int[] rows)
    {
        var (x, y) = (Centred(a, rows), Centred(b, rows));
        var length = Math.Sqrt(FixedSum.Dot(x, x)) * Math.Sqrt(FixedSum.Dot(y, y));
        return length > 0 ? FixedSum.Dot(x, y) / length : null;
    }

    private static double[] Centred(double[] values, int[] rows)
    {
        var taken = Array.ConvertAll(rows, row => values[row]);
        var mean = FixedSum.Sum(taken) / taken.Length;
        return Array.ConvertAll(taken, value => value - mean);
    }

    private static ColumnRelation? CramersV(RelatedLevels a, RelatedLevels b)
    {
        var (cells, inRow, inColumn) = (new long[a.Levels * b.Levels], new long[a.Levels], new long[b.Levels]);
        var n = 0L;
        for (var i = 0; i < a.Codes.Length; i++)
        {
            if (a.Codes[i] < 0 || b.Codes[i] < 0)
                continue;
            cells[(a.Codes[i] * b.Levels) + b.Codes[i]]++;
            inRow[a.Codes[i]]++;
            inColumn[b.Codes[i]]++;
            n++;
        }

        double rows = inRow.Count(count => count > 0), columns = inColumn.Count(count => count > 0);
        if (n < Math.Max(LeastRows, LeastRowsOfLevel * Math.Max(rows, columns)) || rows < 2 || columns < 2)
            return null;
        var square = 0.0;
        for (var cell = 0; cell < cells.Length; cell++)
            square += cells[cell] == 0 ? 0 : cells[cell] / (double)inRow[cell / b.Levels] * (cells[cell] / (double)inColumn[cell % b.Levels]);
        // Chi-square over n is that less 1. What chance alone would make of it is taken off, and off the numbers of levels (Bergsma, 2013).
        var excess = Math.Max(0, square - 1 - ((rows - 1) * (columns - 1) / (n - 1)));
        var levels = Math.Min(rows - ((rows - 1) * (rows - 1) / (n - 1)), columns - ((columns - 1) * (columns - 1) / (n - 1)));
        return levels > 1 ? Relation(a, b, RelationMeasure.CramersV, Math.Sqrt(excess / (levels - 1)), n) : null;
    }

    private static ColumnRelation? CorrelationRatio(RelatedLevels levels, RelatedNumbers numbers)
    {
        var (sums, counts, all) = (new double[levels.Levels], new long[levels.Levels], new List<int>());
        for (var i = 0; i < levels.Codes.Length; i++)
        {
            if (levels.Codes[i] >= 0 && !double.IsNaN(numbers.Values[i]))
                all.Add(i);
        }

        int[] rows = [.. all];
        if (rows.Length < LeastRows)
            return null;
        var centred = Centred(numbers.Values, rows);
        for (var i = 0; i < rows.Length; i++)
        {
            sums[levels.Codes[rows[i]]] += centred[i];
            counts[levels.Codes[rows[i]]]++;
        }

        var present = counts.Count(count => count > 0);
        var total = FixedSum.Dot(centred, centred);
        if (present < 2 || rows.Length < LeastRowsOfLevel * present || !(total > 0))
            return null;
        var between = 0.0;
        for (var level = 0; level < sums.Length; level++)
            between += counts[level] > 0 ? sums[level] * sums[level] / counts[level] : 0;
        return Relation(levels, numbers, RelationMeasure.CorrelationRatio, Math.Sqrt(between / total), rows.Length);
    }

    private static ColumnRelation Relation(RelatedColumn a, RelatedColumn b, RelationMeasure measure, double value, long rows, double? spearman = null) => new()
    {
        First = a.Name,
        Second = b.Name,
        Measure = measure,
        Value = Math.Clamp(value, -1, 1),
        Spearman = spearman is { } ranked ? Math.Clamp(ranked, -1, 1) : null,
        Rows = rows,
    };
}
