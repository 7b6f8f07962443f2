using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Trees.Ensembles;

/// <summary>
/// A node as comparisons, each of which leads left when it is true and to the next one when it is not. A set of categories is a row of
/// equalities that share their "true", which ONNX Runtime knows from LightGBM's exports and makes a set of again.
/// </summary>
internal static class NodeComparisons
{
    // No category is at most this: only what is missing passes.
    private const float BelowAll = -1;

    public static IReadOnlyList<NodeComparison> Of(TreeNode node, FeatureBins bins)
    {
        if (!bins.AreCategories)
            return [new NodeComparison("BRANCH_LEQ", bins.Threshold(node.Bin), node.MissingLeft)];
        var comparisons = new List<NodeComparison>();
        if (node.MissingLeft)
            comparisons.Add(new NodeComparison("BRANCH_LEQ", BelowAll, true));
        for (var bin = 0; bin < bins.ValueBins; bin++)
        {
            if (node.LeftBins.Contains((byte)bin))
                comparisons.Add(new NodeComparison("BRANCH_EQ", bin, false));
        }

        return comparisons;
    }
}
