using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>A node of an isolation tree: a cut, or a leaf that knows what depth it stands for.</summary>
internal sealed class IsolationNode
{
    private int _column;
    private double _cut;
    private double _depth;
    private IsolationNode? _below;
    private IsolationNode? _above;

    /// <summary>Cuts rows at random until each stands alone, or the depth is used up.</summary>
    public static IsolationNode Grow(double[][] columns, ReadOnlySpan<int> rows, int levels, SeededRandom random, int depth = 0)
    {
        // Only columns in which the rows differ can be cut.
        Span<int> open = stackalloc int[Math.Min(columns.Length, 64)];
        var choices = Open(columns, rows, open, random);
        if (rows.Length <= 1 || depth >= levels || choices == 0)
            return new IsolationNode { _depth = depth + IsolationForest.AveragePath(rows.Length) };
        var values = columns[open[random.Next(choices)]];
        var (low, high) = Range(values, rows);
        var cut = low + (random.NextDouble() * (high - low));
        var (below, above) = Divide(values, rows, cut);
        return new IsolationNode
        {
            _column = Array.IndexOf(columns, values),
            _cut = cut,
            _below = Grow(columns, below, levels, random, depth + 1),
            _above = Grow(columns, above, levels, random, depth + 1),
        };
    }

    public double PathLength(double[][] columns, int row)
    {
        var node = this;
        while (node._below is not null)
            node = columns[node._column][row] <= node._cut ? node._below : node._above!;
        return node._depth;
    }

    // Of more than 64 columns, a random window is looked at.
    private static int Open(double[][] columns, ReadOnlySpan<int> rows, Span<int> open, SeededRandom random)
    {
        var start = columns.Length > open.Length ? random.Next(columns.Length) : 0;
        var found = 0;
        for (var i = 0; i < open.Length; i++)
        {
            var column = (start + i) % columns.Length;
            var (low, high) = Range(columns[column], rows);
            if (low < high)
                open[found++] = column;
        }

        return found;
    }

    private static (double Low, double High) Range(double[] values, ReadOnlySpan<int> rows)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in rows)
            (low, high) = (Math.Min(low, values[row]), Math.Max(high, values[row]));
        return (low, high);
    }

    private static (int[] Below, int[] Above) Divide(double[] values, ReadOnlySpan<int> rows, double cut)
    {
        var (below, above) = (new List<int>(rows.Length), new List<int>(rows.Length));
        foreach (var row in rows)
            (values[row] <= cut ? below : above).Add(row);
        return ([.. below], [.. above]);
    }
}
