using System.Runtime.CompilerServices;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>Finds the best split of a leaf on one feature.</summary>
internal static class SplitFinder
{
    public static SplitCandidate Best(ReadOnlySpan<long> histogram, FeatureBins bins, int feature, Leaf leaf, SplitRules rules)
    {
        if (bins.Count < 2 || leaf.Path?.Allows(feature) == false)
            return SplitCandidate.None;
        if (bins.AreCategories)
            return CategorySplitFinder.Best(histogram, bins, feature, leaf, rules);
        var missing = bins.HasMissing ? new LeafSums(histogram[2 * bins.ValueBins], histogram[(2 * bins.ValueBins) + 1]) : default;
        if (rules.Count(missing) == 0)
            return WithMissingAtTheLargerChild(Scan(histogram, bins.ValueBins - 1, feature, leaf, default, rules), leaf, rules);
        var right = Scan(histogram, bins.ValueBins, feature, leaf, default, rules);
        var left = Scan(histogram, bins.ValueBins - 1, feature, leaf, missing, rules);
        return left.Gain > right.Gain ? left with { MissingLeft = true } : right;
    }

    // Rows that lack a value although no row here did go where most rows go.
    private static SplitCandidate WithMissingAtTheLargerChild(SplitCandidate split, Leaf leaf, SplitRules rules) =>
        split with { MissingLeft = split.Exists && 2L * rules.Count(split.Left) >= leaf.Count };

    // Equal gains keep the lowest bin, so the result does not depend on how the work was divided.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SplitCandidate Scan(ReadOnlySpan<long> histogram, int lastBin, int feature, Leaf leaf, LeafSums start, SplitRules rules)
    {
        Span<long> gradients = stackalloc long[FeatureBins.Most];
        Span<long> rests = stackalloc long[FeatureBins.Most];
        Span<byte> bins = stackalloc byte[FeatureBins.Most];
        Span<double> scores = stackalloc double[FeatureBins.Most];
        var count = Sum(histogram[..(2 * lastBin)], leaf.Sums, start, rules.Scan, gradients, rests, bins);
        rules.Score(gradients[..count], rests[..count], leaf, rules.DirectionOf(feature), scores);
        var (best, bestScore) = (-1, double.NegativeInfinity);
        for (var i = 0; i < count; i++)
        {
            if (scores[i] > bestScore)
                (best, bestScore) = (i, scores[i]);
        }

        var gain = best < 0 ? 0 : rules.Gain(bestScore, rules.Score(leaf));
        return gain > 0 ? new SplitCandidate(gain, feature, bins[best], false, new LeafSums(gradients[best], rests[best])) : SplitCandidate.None;
    }

    // What is left of each bin that has rows and leaves enough of them on both sides.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Sum(
        ReadOnlySpan<long> histogram, LeafSums parent, LeafSums start, ScanLimits scan, Span<long> gradients, Span<long> rests, Span<byte> bins)
    {
        var (gradient, rest, count) = (start.Gradient, start.HessianAndCount, 0);
        for (var i = 0; i + 1 < histogram.Length; i += 2)
        {
            var cell = histogram[i + 1];
            if (cell == 0)
                continue;
            gradient += histogram[i];
            rest += cell;
            if (((parent.HessianAndCount - rest) & scan.CountMask) < scan.MinCount)
                break;
            if ((rest & scan.CountMask) < scan.MinCount)
                continue;
            (gradients[count], rests[count], bins[count]) = (gradient, rest, (byte)(i / 2));
            count++;
        }

        return count;
    }
}
