namespace MlOps.Build.Engine.Data.Relations;

/// <summary>Ranks from an order that is known.</summary>
internal static class RankOrder
{
    /// <summary>Ranks rows among themselves, from 1; equal values share their mean rank.</summary>
    /// <param name="order">Rows by value.</param>
    /// <param name="values">By row; equal ones stand side by side in the order.</param>
    /// <param name="ranks">Takes them, by row.</param>
    public static void Rank(ReadOnlySpan<int> order, double[] values, double[] ranks)
    {
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && values[order[to]] == values[order[from]])
                to++;
            foreach (var row in order[from..to])
                ranks[row] = (from + to + 1) / 2.0;
            from = to;
        }
    }
}
