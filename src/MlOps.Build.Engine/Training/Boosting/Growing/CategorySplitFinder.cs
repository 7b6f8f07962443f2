using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// Finds the best set of categories to divide a leaf by. With few categories each alone against the others; else the categories in the order of
/// gradient over hessian, of which for a convex loss some first ones are the best set (Fisher, "On grouping for maximum homogeneity", 1958),
/// from either end. A missing value is one more category, and a category that no row has here goes right.
/// </summary>
internal static class CategorySplitFinder
{
    public static SplitCandidate Best(ReadOnlySpan<long> histogram, FeatureBins bins, int feature, Leaf leaf, SplitRules rules)
    {
        Span<CategorySum> sums = stackalloc CategorySum[bins.Count];
        var used = 0;
        for (var bin = 0; bin < bins.Count; bin++)
        {
            var sum = new LeafSums(histogram[2 * bin], histogram[(2 * bin) + 1]);
            if (rules.Count(sum) > 0)
                sums[used++] = new CategorySum(bin, sum, rules.CategoryOrder(sum));
        }

        sums = sums[..used];
        var search = new CategorySearch(feature, bins, leaf, rules);
        if (rules.AreFew(used))
        {
            foreach (var one in sums)
                search.Try(new ReadOnlySpan<CategorySum>(in one), 0);
            return search.Best;
        }

        var enough = 0;
        foreach (var sum in sums)
        {
            if (rules.Count(sum.Sums) >= rules.MinCategoryRows)
                sums[enough++] = sum;
        }

        sums = sums[..enough];
        sums.Sort(static (left, right) => left.Order != right.Order ? left.Order.CompareTo(right.Order) : left.Bin.CompareTo(right.Bin));
        search.TryFirst(sums);
        sums.Reverse();
        search.TryFirst(sums);
        return search.Best;
    }
}
