namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>Equal values in two samples that are sorted together.</summary>
/// <param name="Before">Values of both that are smaller.</param>
/// <param name="Reference">Of the reference.</param>
/// <param name="Current">Of the rows compared with it.</param>
internal readonly record struct TieGroup(long Before, long Reference, long Current)
{
    public long Count => Reference + Current;

    /// <summary>The mean rank of these values, from 1 on.</summary>
    public double Rank => Before + ((Count + 1) / 2.0);

    /// <summary>All groups, ascending.</summary>
    public static IEnumerable<TieGroup> Of(PairCounts counts)
    {
        var before = 0L;
        for (var i = 0; i < counts.Distinct; i++)
        {
            var group = new TieGroup(before, counts.Reference[i], counts.Current[i]);
            yield return group;
            before += group.Count;
        }
    }
}
