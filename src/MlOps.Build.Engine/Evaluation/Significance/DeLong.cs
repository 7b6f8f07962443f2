using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Significance;

/// <summary>
/// Variance, covariance and comparison of areas under ROC curves without assuming a distribution of scores: DeLong, DeLong and
/// Clarke-Pearson (1988), computed in n log n as by Sun and Xu (2014). Rows are taken to be independent.
/// </summary>
internal static class DeLong
{
    /// <summary>One AUC and its interval; null with fewer than two rows of a class.</summary>
    /// <param name="labels">1 for positive rows.</param>
    /// <param name="scores">One a row, higher for positive.</param>
    /// <param name="confidence">0 to 1.</param>
    public static AucEstimate? Estimate(ReadOnlySpan<float> labels, ReadOnlySpan<float> scores, double confidence = 0.95)
    {
        ThrowIfLengthsDiffer(labels, scores);
        var components = AucComponents.Of(labels, scores);
        if (!HasVariance(components))
            return null;
        var error = Math.Sqrt(Covariance(components, components));
        var (low, high) = AucInterval.Logit(components.Auc, error, confidence);
        return new AucEstimate(components.Auc, error, low, high);
    }

    /// <summary>Two models on the same rows; null with fewer than two rows of a class.</summary>
    /// <param name="labels">1 for positive rows.</param>
    /// <param name="first">The first model's scores, one a row, higher for positive.</param>
    /// <param name="second">The second model's.</param>
    /// <param name="confidence">0 to 1.</param>
    public static AucComparison? Compare(
        ReadOnlySpan<float> labels, ReadOnlySpan<float> first, ReadOnlySpan<float> second, double confidence = 0.95)
    {
        ThrowIfLengthsDiffer(labels, first);
        ThrowIfLengthsDiffer(labels, second);
        var (a, b) = (AucComponents.Of(labels, first), AucComponents.Of(labels, second));
        if (!HasVariance(a))
            return null;
        var covariance = Covariance(a, b);
        var error = Math.Sqrt(DifferenceVariance(a, b));
        var difference = a.Auc - b.Auc;
        var half = NormalDistribution.Quantile((1 + confidence) / 2) * error;
        return new AucComparison
        {
            First = a.Auc,
            Second = b.Auc,
            StandardError = error,
            Covariance = covariance,
            Low = difference - half,
            High = difference + half,
            PValue = error > 0 ? NormalDistribution.TwoSided(difference / error) : difference == 0 ? 1 : double.NaN,
        };
    }

    private static bool HasVariance(AucComponents components) =>
        components.OfPositives.Length >= 2 && components.OfNegatives.Length >= 2;

    // S10 / m + S01 / n of the paper.
    private static double Covariance(AucComponents a, AucComponents b) =>
        MeanCovariance(a.OfPositives, b.OfPositives, 2.0 * a.OfNegatives.Length)
        + MeanCovariance(a.OfNegatives, b.OfNegatives, 2.0 * a.OfPositives.Length);

    // Of the differences row by row, not from three variances: these would cancel for models that are nearly the same.
    private static double DifferenceVariance(AucComponents a, AucComponents b)
    {
        var positives = Subtract(a.OfPositives, b.OfPositives);
        var negatives = Subtract(a.OfNegatives, b.OfNegatives);
        return MeanCovariance(positives, positives, 2.0 * negatives.Length)
            + MeanCovariance(negatives, negatives, 2.0 * positives.Length);
    }

    private static long[] Subtract(long[] left, long[] right)
    {
        var differences = new long[left.Length];
        for (var i = 0; i < left.Length; i++)
            differences[i] = left[i] - right[i];
        return differences;
    }

    // The covariance of two means: the sample covariance over the number of rows.
    private static double MeanCovariance(long[] left, long[] right, double scale)
    {
        var (leftMean, rightMean) = ((double)left.Sum() / left.Length, (double)right.Sum() / right.Length);
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        for (var i = 0; i < left.Length; i++)
            lanes[i & 7] += (left[i] - leftMean) * (right[i] - rightMean);
        return FixedSum.Fold(lanes) / (left.Length - 1.0) / left.Length / (scale * scale);
    }

    private static void ThrowIfLengthsDiffer(ReadOnlySpan<float> labels, ReadOnlySpan<float> scores)
    {
        if (labels.Length != scores.Length)
            throw new ArgumentException($"There are {scores.Length} scores for {labels.Length} labels.", nameof(scores));
    }
}
