using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>The features of a block that a tree may divide by: the work of one thread.</summary>
internal sealed class FeatureGroup
{
    private FeatureGroup(BinBlock block, int[] features, CellPacking? packing)
    {
        Features = features;
        Counter = HistogramCounter.Of(block, [.. features.Select(feature => feature - block.First)], packing);
    }

    /// <summary>The features, ascending.</summary>
    public int[] Features { get; }

    public HistogramCounter Counter { get; }

    public static FeatureGroup[] Of(BinnedMatrix matrix, int[] features, CellPacking? packing)
    {
        var groups = new List<FeatureGroup>();
        foreach (var block in matrix.Blocks)
        {
            var chosen = Array.FindAll(features, feature => feature >= block.First && feature < block.First + block.Count);
            if (chosen.Length > 0)
                groups.Add(new FeatureGroup(block, chosen, packing));
        }

        return [.. groups];
    }
}
