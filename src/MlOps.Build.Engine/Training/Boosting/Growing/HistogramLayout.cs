using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>Where each feature's bins stand in a histogram: two 64-bit numbers a bin, feature after feature.</summary>
internal sealed class HistogramLayout
{
    public HistogramLayout(FeatureBins[] bins)
    {
        Offsets = new int[bins.Length + 1];
        for (var i = 0; i < bins.Length; i++)
            Offsets[i + 1] = Offsets[i] + bins[i].Count;
    }

    /// <summary>The first cell of each feature, and the number of cells.</summary>
    public int[] Offsets { get; }

    public int Length => 2 * Offsets[^1];

    public Span<long> Of(long[] histogram, int feature) =>
        histogram.AsSpan(2 * Offsets[feature], 2 * (Offsets[feature + 1] - Offsets[feature]));
}
