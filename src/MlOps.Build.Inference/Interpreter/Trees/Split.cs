namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>
/// A comparison in one of two forms, at most or unequal; the other five modes become one of them with children swapped, the threshold
/// lowered to the next double, or NaN sent the other way.
/// </summary>
/// <param name="Bits">Bits for <see cref="TreeNode.Key"/>.</param>
/// <param name="Threshold">What the feature is compared with.</param>
/// <param name="IsSwapped">Whether "true" of the model is "false" here.</param>
internal readonly record struct Split(int Bits, double Threshold, bool IsSwapped)
{
    public static Split Of(NodeInfo node, string mode, double threshold, bool missingIsTrue)
    {
        var missing = missingIsTrue ? TreeNode.MissingIsOther : 0;
        var opposite = TreeNode.MissingIsOther - missing;
        return mode switch
        {
            "BRANCH_LEQ" => new(missing, threshold, false),
            "BRANCH_LT" => new(missing, Below(threshold), false),
            "BRANCH_GT" when double.IsNaN(threshold) => Never(missingIsTrue),
            "BRANCH_GTE" when double.IsNaN(threshold) => Never(missingIsTrue),
            "BRANCH_GT" => new(opposite, threshold, true),
            "BRANCH_GTE" => new(opposite, Below(threshold), true),
            "BRANCH_EQ" => new(missing | TreeNode.IsInequality, threshold, true),
            "BRANCH_NEQ" => new(TreeNode.IsInequality, threshold, false),
            _ => throw node.Fail($"the mode '{mode}' is not one that the managed interpreter has. {NodeInfo.WayOut}"),
        };
    }

    // The next double below; nothing is below negative infinity, and nothing is at most NaN.
    private static double Below(double threshold) =>
        double.IsNegativeInfinity(threshold) || double.IsNaN(threshold) ? double.NaN
        : threshold == 0 ? -double.Epsilon
        : BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(threshold) + (threshold > 0 ? -1 : 1));

    private static Split Never(bool missingIsTrue) => new(missingIsTrue ? TreeNode.MissingIsOther : 0, double.NaN, false);
}
