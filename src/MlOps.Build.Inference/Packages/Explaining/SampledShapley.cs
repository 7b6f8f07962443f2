namespace MlOps.Build.Inference;

/// <summary>
/// Shapley values by sampling permutations (Štrumbelj and Kononenko, 2014), each also in reverse, which halves the variance at least for
/// additive effects (Mitchell, Cooper, Frank and Holmes, 2022). Every permutation adds up to f(x) - f(b) and every background row has as
/// many of them, so the values add up to the output minus the base whatever was drawn.
/// </summary>
internal static class SampledShapley
{
    /// <summary>Permutations of the columns for each background row, their reverses counted.</summary>
    public const int Permutations = 20;

    public static double[] Values(RowGame game, int columns, int backgrounds)
    {
        var orders = Orders(columns, backgrounds * Permutations / 2);
        for (var pair = 0; pair < orders.Length; pair++)
        {
            AddWalk(game, orders[pair], pair % backgrounds, reverse: false);
            AddWalk(game, orders[pair], pair % backgrounds, reverse: true);
        }

        return Mean(game.Results, orders, columns);
    }

    private static void AddWalk(RowGame game, int[] order, int background, bool reverse)
    {
        var coalition = new bool[order.Length];
        game.Add(coalition, background);
        for (var i = 0; i < order.Length; i++)
        {
            coalition[order[reverse ? order.Length - 1 - i : i]] = true;
            game.Add(coalition, background);
        }
    }

    private static double[] Mean(List<double> results, int[][] orders, int columns)
    {
        var values = new double[columns];
        var next = 0;
        for (var walk = 0; walk < 2 * orders.Length; walk++, next++)
        {
            var order = orders[walk / 2];
            for (var i = 0; i < columns; i++, next++)
                values[order[walk % 2 == 0 ? i : columns - 1 - i]] += results[next + 1] - results[next];
        }

        for (var i = 0; i < columns; i++)
            values[i] /= 2 * orders.Length;
        return values;
    }

    // Fisher and Yates' shuffle on SplitMix64 (Steele, Lea and Flood, 2014): the same draws on every machine and framework.
    private static int[][] Orders(int columns, int count)
    {
        var state = 0x5EEDUL;
        var orders = new int[count][];
        for (var n = 0; n < count; n++)
        {
            var order = orders[n] = [.. Enumerable.Range(0, columns)];
            for (var i = columns - 1; i > 0; i--)
            {
                var j = (int)((Next(ref state) >> 32) * (ulong)(i + 1) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
            }
        }

        return orders;
    }

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
