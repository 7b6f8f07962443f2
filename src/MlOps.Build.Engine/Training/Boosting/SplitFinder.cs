namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>Finds the best split of a leaf on one feature.</summary>
internal static class SplitFinder
{
    public static SplitCandidate Best(ReadOnlySpan<long> histogram, FeatureBins bins, int feature, LeafSums parent, SplitRules rules)
    {
        if (bins.Count < 2)
            return SplitCandidate.None;
        var missing = bins.HasMissing ? Cell(histogram, bins.ValueBins) : default;
        if (rules.Count(missing) == 0)
            return WithMissingAtTheLargerChild(Scan(histogram, bins.ValueBins - 1, feature, parent, default, rules), parent, rules);
        var right = Scan(histogram, bins.ValueBins, feature, parent, default, rules);
        var left = Scan(histogram, bins.ValueBins - 1, feature, parent, missing, rules);
        return left.Gain > right.Gain ? left with { MissingLeft = true } : right;
    }

    // Rows that lack a value although no row here did go where most rows go.
    private static SplitCandidate WithMissingAtTheLargerChild(SplitCandidate split, LeafSums parent, SplitRules rules) =>
        split with { MissingLeft = split.Exists && 2L * rules.Count(split.Left) >= rules.Count(parent) };

    // Equal gains keep the lowest bin, so the result does not depend on how the work was divided.
    private static SplitCandidate Scan(
        ReadOnlySpan<long> histogram, int lastBin, int feature, LeafSums parent, LeafSums start, SplitRules rules)
    {
        var best = SplitCandidate.None;
        var parentScore = rules.Score(parent);
        var left = start;
        for (var bin = 0; bin < lastBin; bin++)
        {
            var cell = Cell(histogram, bin);
            if (rules.Count(cell) == 0)
                continue;
            left += cell;
            var right = parent - left;
            if (!rules.Allowed(right))
                break;
            if (!rules.Allowed(left))
                continue;
            var gain = rules.Gain(left, right, parentScore);
            if (gain > best.Gain)
                best = new SplitCandidate(gain, feature, bin, false, left);
        }

        return best;
    }

    private static LeafSums Cell(ReadOnlySpan<long> histogram, int bin) => new(histogram[2 * bin], histogram[(2 * bin) + 1]);
}
