using System.Runtime.CompilerServices;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>What a split is worth and when it is allowed (Chen and Guestrin, "XGBoost", 2016, equations 6, 7; with an L1 term).</summary>
internal sealed class SplitRules(BoostingSettings settings, QuantizedGradients gradients)
{
    // Equal halves of a sum differ from it by rounding alone: a gain below this share of the terms it is made of is none.
    private const double RoundingShare = 1e-12;

    private readonly double _l1 = settings.L1;
    private readonly double _l2 = settings.L2;
    private readonly double _minGain = settings.MinGain;

    public ScanLimits Scan => new()
    {
        CountBits = gradients.CountBits,
        GradientUnit = gradients.GradientUnit,
        HessianUnit = gradients.HessianUnit,
        MinCount = settings.MinDataInLeaf,
        MinHessian = settings.MinHessianInLeaf,
    };

    /// <summary>Most categories on one side of a split.</summary>
    public int MaxCategories => settings.MaxCategories;

    /// <summary>Added to the L2 penalty where sets of categories are compared, because there are so many of them.</summary>
    public double CategoryPenalty => settings.CategoryL2;

    /// <summary>Categories with fewer rows in a leaf go right.</summary>
    public int MinCategoryRows => settings.MinCategoryRows;

    public int Count(LeafSums sums) => gradients.Count(sums);

    public bool Allowed(LeafSums sums) =>
        gradients.Count(sums) >= settings.MinDataInLeaf && gradients.Hessian(sums) >= settings.MinHessianInLeaf;

    public bool AreFew(int categories) => categories <= settings.MaxCategoriesAlone;

    public double CategoryOrder(LeafSums sums) => gradients.Gradient(sums) / (gradients.Hessian(sums) + settings.CategorySmoothing);

    public bool MaySplit(int rows, int depth) => rows >= 2L * settings.MinDataInLeaf && depth < settings.MaxDepth;

    /// <summary>1 when the score must not fall with the feature, -1 when it must not rise, else 0.</summary>
    public int DirectionOf(int feature) => settings.Monotone.Count > 0 ? settings.Monotone[feature] : 0;

    /// <summary>Twice the loss that the leaf's value removes.</summary>
    public double Score(Leaf leaf)
    {
        var (gradient, hessian) = (gradients.Gradient(leaf.Sums), gradients.Hessian(leaf.Sums));
        return leaf.Bounds.AreNone ? Score(gradient, hessian) : Score(gradient, hessian, leaf.Bounds.Clamp(Value(gradient, hessian)));
    }

    /// <summary>Twice the loss that the best constant removes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Score(double gradient, double hessian)
    {
        gradient = Shrink(gradient);
        var curvature = hessian + _l2;
        return curvature > 0 ? gradient * gradient / curvature : 0;
    }

    /// <summary>The same of two children whose values are bounded; negative infinity where they stand in the wrong order.</summary>
    public double BoundedScore(
        double leftGradient, double leftHessian, double rightGradient, double rightHessian, ValueBounds bounds, int direction)
    {
        var left = bounds.Clamp(Value(leftGradient, leftHessian));
        var right = bounds.Clamp(Value(rightGradient, rightHessian));
        return direction * (right - left) < 0
            ? double.NegativeInfinity
            : Score(leftGradient, leftHessian, left) + Score(rightGradient, rightHessian, right);
    }

    /// <summary>Scores of splits of a leaf; negative infinity where a child has too small a hessian or the children stand in the wrong order.</summary>
    /// <param name="gradients">What left children sum up to.</param>
    /// <param name="rests">Their hessians and counts.</param>
    /// <param name="leaf">What is divided.</param>
    /// <param name="direction">See <see cref="DirectionOf"/>.</param>
    /// <param name="scores">One a split.</param>
    public void Score(ReadOnlySpan<long> gradients, ReadOnlySpan<long> rests, Leaf leaf, int direction, Span<double> scores)
    {
        var (scan, parent, bounded) = (Scan, leaf.Sums, direction != 0 || !leaf.Bounds.AreNone);
        var filled = bounded || _l1 != 0 ? 0 : SplitScores.Fill(gradients, rests, parent, scan, _l2, scores);
        for (var i = filled; i < gradients.Length; i++)
        {
            var leftHessian = (rests[i] >> scan.CountBits) * scan.HessianUnit;
            var rightHessian = ((parent.HessianAndCount - rests[i]) >> scan.CountBits) * scan.HessianUnit;
            var (left, right) = (gradients[i] * scan.GradientUnit, (parent.Gradient - gradients[i]) * scan.GradientUnit);
            scores[i] = leftHessian < scan.MinHessian || rightHessian < scan.MinHessian ? double.NegativeInfinity
                : bounded ? BoundedScore(left, leftHessian, right, rightHessian, leaf.Bounds, direction)
                : Score(left, leftHessian) + Score(right, rightHessian);
        }
    }

    /// <summary>The score of two children, with more L2 penalty.</summary>
    public double Score(LeafSums left, LeafSums right, ValueBounds bounds, double penalty) => bounds.AreNone
        ? Score(gradients.Gradient(left), gradients.Hessian(left) + penalty) + Score(gradients.Gradient(right), gradients.Hessian(right) + penalty)
        : BoundedScore(
            gradients.Gradient(left), gradients.Hessian(left) + penalty, gradients.Gradient(right), gradients.Hessian(right) + penalty, bounds, 0);

    /// <summary>What a split adds to the parent's score; 0 when that is not enough.</summary>
    public double Gain(double children, double parent)
    {
        var gain = children - parent;
        return gain > _minGain && gain > RoundingShare * children ? gain : 0;
    }

    /// <summary>Where the bounds of a leaf's children are.</summary>
    public (ValueBounds Left, ValueBounds Right) Bounds(Leaf leaf)
    {
        var right = leaf.Sums - leaf.Best.Left;
        return leaf.Bounds.Divide(DirectionOf(leaf.Best.Feature), Value(leaf.Best.Left), Value(right));
    }

    /// <summary>The leaf's addition to the score, learning rate included, as float32 because that is what the model file holds.</summary>
    public float LeafValue(Leaf leaf) => Scaled(leaf, Value(leaf.Sums));

    /// <summary>Another value of the leaf, kept in its bounds and scaled likewise.</summary>
    public float Scaled(Leaf leaf, double value) => (float)(leaf.Bounds.Clamp(value) * settings.LearningRate);

    private double Value(LeafSums sums) => Value(gradients.Gradient(sums), gradients.Hessian(sums));

    private double Value(double gradient, double hessian)
    {
        var curvature = hessian + _l2;
        return curvature > 0 ? -Shrink(gradient) / curvature : 0;
    }

    // -(2 G w + H w^2 + 2 L1 |w|), which at the best w is what Score gives.
    private double Score(double gradient, double hessian, double value) =>
        -((2 * gradient * value) + ((hessian + _l2) * value * value) + (2 * _l1 * Math.Abs(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Shrink(double gradient) =>
        _l1 == 0 ? gradient : gradient > 0 ? Math.Max(0, gradient - _l1) : Math.Min(0, gradient + _l1);
}
