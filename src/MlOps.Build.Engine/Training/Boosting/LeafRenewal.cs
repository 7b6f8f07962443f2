using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Boosting.Growing;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// Replaces leaf values by a quantile of the leaf's residuals, for losses whose second derivative says nothing (Friedman, "Greedy function
/// approximation", 2001, algorithm 3).
/// </summary>
internal static class LeafRenewal
{
    public static void Renew(
        Tree tree, IReadOnlyList<Leaf> leaves, TreeGrower grower, TrainingSet set, double[] scores, double quantile, ThreadTeam team)
    {
        var (labels, weights) = (set.Labels, set.Weights);
        team.Each(leaves.Count, i =>
        {
            var rows = grower.Partition.Rows(leaves[i]);
            var residuals = new double[rows.Length];
            var shares = weights is null ? null : new float[rows.Length];
            for (var k = 0; k < rows.Length; k++)
            {
                residuals[k] = labels[rows[k]] - scores[rows[k]];
                if (shares is not null)
                    shares[k] = weights![rows[k]];
            }

            tree.LeafValues[leaves[i].Index] = grower.Scaled(leaves[i], Quantile.Of(residuals, shares, quantile));
        });
    }
}
