namespace MlOps.Build.Engine.Data.Relations;

/// <summary>
/// Cramér's V of two categories, corrected for its bias (Bergsma, 2013): what chance alone would make of it is taken off, and off the numbers of
/// levels.
/// </summary>
internal static class CramersV
{
    /// <summary>The value and the rows that it is of; null when they are too few.</summary>
    public static (double Value, long Rows)? Of(RelatedLevels a, RelatedLevels b)
    {
        var (cells, inRow, inColumn) = (new long[a.Levels * b.Levels], new long[a.Levels], new long[b.Levels]);
        var rows = 0L;
        for (var i = 0; i < a.Codes.Length; i++)
        {
            var (first, second) = (a.Codes[i], b.Codes[i]);
            if (first < 0 || second < 0)
                continue;
            cells[(first * b.Levels) + second]++;
            inRow[first]++;
            inColumn[second]++;
            rows++;
        }

        var (r, c) = (inRow.Count(count => count > 0), inColumn.Count(count => count > 0));
        if (!PairComparer.Suffices(rows, Math.Max(r, c)) || Math.Min(r, c) < 2)
            return null;
        // Chi-square over the rows, plus 1.
        var square = 0.0;
        for (var cell = 0; cell < cells.Length; cell++)
            square += cells[cell] == 0 ? 0 : cells[cell] / (double)inRow[cell / b.Levels] * (cells[cell] / (double)inColumn[cell % b.Levels]);
        return Corrected(square - 1, r, c, rows) is { } value ? (value, rows) : null;
    }

    private static double? Corrected(double phi, double r, double c, double n)
    {
        var excess = Math.Max(0, phi - ((r - 1) * (c - 1) / (n - 1)));
        var levels = Math.Min(r - ((r - 1) * (r - 1) / (n - 1)), c - ((c - 1) * (c - 1) / (n - 1)));
        return levels > 1 ? Math.Sqrt(excess / (levels - 1)) : null;
    }
}
