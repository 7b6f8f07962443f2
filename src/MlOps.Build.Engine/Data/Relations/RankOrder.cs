namespace MlOps.Build.Engine.Data.Relations;

/// <summary>Ranks from an order that is known.</summary>
internal static class RankOrder
{
    /// <summary>Ranks some rows among themselves, from 1; equal values share their mean rank.</summary>
    /// <param name="order">Rows by value.</param>
    /// <param name="values">By row; equal ones stand side by side in the order.</param>
    /// <param name="takesPart">Which rows are ranked.</param>
    /// <param name="ranks">Takes them, by row.</param>
    public static void Rank(int[] order, double[] values, Func<int, bool> takesPart, double[] ranks)
    {
        var tied = new List<int>();
        var before = 0;
        foreach (var row in order)
        {
            if (!takesPart(row))
                continue;
            if (tied.Count > 0 && values[tied[0]] != values[row])
                before = Give(tied, before, ranks);
            tied.Add(row);
        }

        Give(tied, before, ranks);
    }

    private static int Give(List<int> tied, int before, double[] ranks)
    {
        foreach (var row in tied)
            ranks[row] = before + ((tied.Count + 1) / 2.0);
        before += tied.Count;
        tied.Clear();
        return before;
    }
}
