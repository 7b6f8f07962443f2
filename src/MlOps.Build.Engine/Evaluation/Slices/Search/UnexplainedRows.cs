namespace MlOps.Build.Engine.Evaluation.Slices.Search;

/// <summary>
/// The rows that are in no group found so far. A group that contains a found one, lies in it or has the same rows is news only when it is
/// still worse among these.
/// </summary>
internal sealed class UnexplainedRows(double[] losses, int minimumRows)
{
    private readonly bool[] _explained = new bool[losses.Length];

    /// <summary>The statistic of <see cref="SearchCandidates"/> among these rows; null when too few are left.</summary>
    public double? Statistic(int[] rows)
    {
        double[] left = [.. losses.Where((_, row) => !_explained[row])];
        double[] own = [.. rows.Where(row => !_explained[row]).Select(row => losses[row])];
        if (own.Length < minimumRows || left.Length - own.Length < minimumRows)
            return null;
        var (all, inside) = (LossMoments.Of(left), LossMoments.Of(own));
        var scale = all.Deviation * Math.Sqrt((double)own.Length * (left.Length - own.Length) / left.Length);
        return scale > 0 ? own.Length * (inside.Mean - all.Mean) / scale : 0;
    }

    public void Remove(int[] rows)
    {
        foreach (var row in rows)
            _explained[row] = true;
    }
}
