using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>The best set of categories so far.</summary>
internal sealed class CategorySearch(int feature, FeatureBins bins, Leaf leaf, SplitRules rules)
{
    private readonly double _parent = rules.Score(leaf);

    public SplitCandidate Best { get; private set; } = SplitCandidate.None;

    /// <summary>Tries the first category, the first two and so on, up to half of them or what the settings allow.</summary>
    public void TryFirst(ReadOnlySpan<CategorySum> sums)
    {
        var most = Math.Min(rules.MaxCategories, (sums.Length + 1) / 2);
        for (var count = 1; count <= most; count++)
            Try(sums[..count], rules.CategoryPenalty);
    }

    /// <summary>Tries the categories as the left side.</summary>
    public void Try(ReadOnlySpan<CategorySum> categories, double penalty)
    {
        var left = default(LeafSums);
        foreach (var category in categories)
            left += category.Sums;
        var right = leaf.Sums - left;
        if (!rules.Allowed(left) || !rules.Allowed(right))
            return;
        var gain = rules.Gain(rules.Score(left, right, leaf.Bounds, penalty), _parent);
        if (gain <= Best.Gain)
            return;
        var set = default(BinSet);
        foreach (var category in categories)
            set = set.With(category.Bin);
        Best = new SplitCandidate(gain, feature, -1, bins.HasMissing && set.Contains((byte)bins.ValueBins), left) { Categories = set };
    }
}
