using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>Scores of a feature's splits, four at a time: every operation is the one that <see cref="SplitRules"/> does on one.</summary>
internal static class SplitScores
{
    /// <summary>The sum of both children's scores; negative infinity where one of them has too small a hessian. There is no L1 penalty and no bound.</summary>
    /// <param name="gradients">What left children sum up to.</param>
    /// <param name="rests">Their hessians and counts.</param>
    /// <param name="parent">What both children sum up to.</param>
    /// <param name="scan">How sums are read.</param>
    /// <param name="l2">The L2 penalty.</param>
    /// <param name="scores">One a split.</param>
    /// <returns>How many were filled in: a multiple of four.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Fill(
        ReadOnlySpan<long> gradients, ReadOnlySpan<long> rests, LeafSums parent, ScanLimits scan, double l2, Span<double> scores)
    {
        var (allGradient, allRest) = (Vector256.Create(parent.Gradient), Vector256.Create(parent.HessianAndCount));
        var (smallest, none) = (Vector256.Create(scan.MinHessian), Vector256.Create(double.NegativeInfinity));
        var i = 0;
        for (; i + 4 <= gradients.Length; i += 4)
        {
            var (gradient, rest) = (Vector256.Create(gradients.Slice(i, 4)), Vector256.Create(rests.Slice(i, 4)));
            var left = Vector256.ConvertToDouble(Vector256.ShiftRightLogical(rest, scan.CountBits)) * scan.HessianUnit;
            var right = Vector256.ConvertToDouble(Vector256.ShiftRightLogical(allRest - rest, scan.CountBits)) * scan.HessianUnit;
            var score = Score(Vector256.ConvertToDouble(gradient) * scan.GradientUnit, left, l2)
                + Score(Vector256.ConvertToDouble(allGradient - gradient) * scan.GradientUnit, right, l2);
            var enough = Vector256.GreaterThanOrEqual(left, smallest) & Vector256.GreaterThanOrEqual(right, smallest);
            Vector256.ConditionalSelect(enough, score, none).CopyTo(scores[i..]);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Score(Vector256<double> gradient, Vector256<double> hessian, double l2)
    {
        var curvature = hessian + Vector256.Create(l2);
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(curvature, Vector256<double>.Zero), gradient * gradient / curvature, Vector256<double>.Zero);
    }
}
