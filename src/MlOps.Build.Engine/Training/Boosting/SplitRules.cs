namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>What a split is worth and when it is allowed (Chen and Guestrin, "XGBoost", 2016, equations 6, 7; with an L1 term).</summary>
internal sealed class SplitRules(BoostingSettings settings, QuantizedGradients gradients)
{
    // Equal halves of a sum differ from it by rounding alone: a gain below this share of the terms it is made of is none.
    private const double RoundingShare = 1e-12;

    public int Count(LeafSums sums) => gradients.Count(sums);

    public bool Allowed(LeafSums sums) =>
        gradients.Count(sums) >= settings.MinDataInLeaf && gradients.Hessian(sums) >= settings.MinHessianInLeaf;

    public bool MaySplit(int rows, int depth) => rows >= 2L * settings.MinDataInLeaf && depth < settings.MaxDepth;

    /// <summary>Twice the loss that the best constant for these rows removes.</summary>
    public double Score(LeafSums sums)
    {
        var gradient = Shrink(gradients.Gradient(sums));
        var curvature = gradients.Hessian(sums) + settings.L2;
        return curvature > 0 ? gradient * gradient / curvature : 0;
    }

    /// <summary>What a split adds to the parent's score; 0 when that is not enough.</summary>
    public double Gain(LeafSums left, LeafSums right, double parentScore)
    {
        var children = Score(left) + Score(right);
        var gain = children - parentScore;
        return gain > settings.MinGain && gain > RoundingShare * children ? gain : 0;
    }

    /// <summary>The leaf's addition to the score, learning rate included, as float32 because that is what the model file holds.</summary>
    public float LeafValue(LeafSums sums)
    {
        var curvature = gradients.Hessian(sums) + settings.L2;
        return curvature > 0 ? (float)(-Shrink(gradients.Gradient(sums)) / curvature * settings.LearningRate) : 0;
    }

    private double Shrink(double gradient) => gradient > 0 ? Math.Max(0, gradient - settings.L1) : Math.Min(0, gradient + settings.L1);
}
