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

    // Equal gains keep the lowest bin, so the result does not depend on how the work was divided. One loop over plain numbers: it runs for
    // every bin of every feature of every leaf.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SplitCandidate Scan(ReadOnlySpan<long> histogram, int lastBin, int feature, Leaf leaf, LeafSums start, SplitRules rules)
    {
        var (scan, parent, direction) = (rules.Scan, leaf.Sums, rules.DirectionOf(feature));
        var bounded = direction != 0 || !leaf.Bounds.AreNone;
        var (bestBin, bestScore, best) = (-1, double.NegativeInfinity, default(LeafSums));
        var (gradient, rest) = (start.Gradient, start.HessianAndCount);
        histogram = histogram[..(2 * lastBin)];
        for (var i = 0; i + 1 < histogram.Length; i += 2)
        {
            var cell = histogram[i + 1];
            if (cell == 0)
                continue;
            gradient += histogram[i];
            rest += cell;
            var others = parent.HessianAndCount - rest;
            var rightHessian = (others >> scan.CountBits) * scan.HessianUnit;
            if ((others & scan.CountMask) < scan.MinCount || rightHessian < scan.MinHessian)
                break;
            var leftHessian = (rest >> scan.CountBits) * scan.HessianUnit;
            if ((rest & scan.CountMask) < scan.MinCount || leftHessian < scan.MinHessian)
                continue;
            var (leftGradient, rightGradient) = (gradient * scan.GradientUnit, (parent.Gradient - gradient) * scan.GradientUnit);
            var score = bounded
                ? rules.BoundedScore(leftGradient, leftHessian, rightGradient, rightHessian, leaf.Bounds, direction)
                : rules.Score(leftGradient, leftHessian) + rules.Score(rightGradient, rightHessian);
            if (score > bestScore)
                (bestBin, bestScore, best) = (i / 2, score, new LeafSums(gradient, rest));
        }

        var gain = rules.Gain(bestScore, rules.Score(leaf));
        return gain > 0 ? new SplitCandidate(gain, feature, bestBin, false, best) : SplitCandidate.None;
    }
}
