using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>The rows that columns are compared on: all, or one drawn from each run of rows, so that comparing takes seconds on any table.</summary>
internal static class RowSample
{
    // Pairs times rows, and columns times rows.
    private const long MostProducts = 500_000_000;
    private const long MostCells = 8_000_000;

    public static int[] Of(int rows, int columns)
    {
        var pairs = Math.Max(1, columns * (columns - 1L) / 2);
        var most = Math.Max(1, Math.Min(MostProducts / pairs, MostCells / Math.Max(1, columns)));
        if (rows <= most)
            return [.. Enumerable.Range(0, rows)];
        var (random, drawn) = (new SeededRandom(0), new int[most]);
        for (var i = 0L; i < most; i++)
        {
            var (from, to) = ((int)(i * rows / most), (int)((i + 1) * rows / most));
            drawn[i] = from + random.Next(to - from);
        }

        return drawn;
    }
}
