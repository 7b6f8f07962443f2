using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>A way to divide a leaf.</summary>
/// <param name="Gain">How much the loss falls; 0 when there is no split.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="MissingLeft">Where missing values go.</param>
/// <param name="Left">The left child's sums.</param>
internal readonly record struct SplitCandidate(double Gain, int Feature, int Bin, bool MissingLeft, LeafSums Left)
{
    public static SplitCandidate None => new(0, -1, -1, false, default);

    public bool Exists => Feature >= 0;

    /// <summary>The categories that go left, that of missing values among them; null for a number.</summary>
    public BinSet? Categories { get; init; }

    /// <summary>The bins that go left, that of missing values among them.</summary>
    public BinSet LeftBins(FeatureBins bins)
    {
        if (Categories is { } categories)
            return MissingLeft ? categories.With(FeatureBins.NeverSeen) : categories;
        var values = BinSet.UpTo(Math.Min(Bin, bins.ValueBins - 1));
        if (!MissingLeft)
            return values;
        return (bins.HasMissing ? values.With(bins.ValueBins) : values).With(FeatureBins.NeverSeen);
    }
}
