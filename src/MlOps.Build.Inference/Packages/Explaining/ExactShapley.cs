namespace MlOps.Build.Inference;

/// <summary>Shapley values by enumerating every coalition: 2^n of them for each background row.</summary>
internal static class ExactShapley
{
    public static double[] Values(RowGame game, int columns, int backgrounds)
    {
        var coalition = new bool[columns];
        for (var mask = 0; mask < 1 << columns; mask++)
        {
            for (var i = 0; i < columns; i++)
                coalition[i] = (mask >> i & 1) == 1;
            for (var background = 0; background < backgrounds; background++)
                game.Add(coalition, background);
        }

        return Combine(Worth(game.Results, columns, backgrounds), columns);
    }

    private static double[] Worth(List<double> results, int columns, int backgrounds)
    {
        var worth = new double[1 << columns];
        for (var mask = 0; mask < worth.Length; mask++)
        {
            var sum = 0.0;
            for (var background = 0; background < backgrounds; background++)
                sum += results[(mask * backgrounds) + background];
            worth[mask] = sum / backgrounds;
        }

        return worth;
    }

    // phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)).
    private static double[] Combine(double[] worth, int columns)
    {
        var values = new double[columns];
        var weights = Weights(columns);
        for (var i = 0; i < columns; i++)
        {
            for (var mask = 0; mask < worth.Length; mask++)
            {
                if ((mask >> i & 1) == 0)
                    values[i] += weights[Count(mask)] * (worth[mask | 1 << i] - worth[mask]);
            }
        }

        return values;
    }

    private static double[] Weights(int columns)
    {
        var weights = new double[columns];
        for (var size = 0; size < columns; size++)
        {
            // 1 / (n C(n - 1, size)).
            var weight = 1.0 / columns;
            for (var k = 1; k <= size; k++)
                weight *= (double)k / (columns - k);
            weights[size] = weight;
        }

        return weights;
    }

    private static int Count(int mask)
    {
        var count = 0;
        for (; mask != 0; mask &= mask - 1)
            count++;
        return count;
    }
}
