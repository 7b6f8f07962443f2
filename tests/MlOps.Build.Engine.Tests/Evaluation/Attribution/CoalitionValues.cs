using System.Numerics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Tests.Evaluation.Attribution;

/// <summary>
/// Shapley values by their definition: over all coalitions, with the mean score in which players that are absent go both ways at a split, in
/// the proportion of training rows (Lundberg et al., 2020, algorithm 1). It reads the trainer's trees, not the exported ones.
/// </summary>
internal sealed class CoalitionValues
{
    private readonly Ensemble _ensemble;
    private readonly int[] _players;

    // By tree, then by leaf and node: the training rows there.
    private readonly List<(double[] Nodes, double[] Leaves)> _rows = [];

    public CoalitionValues(Ensemble ensemble, FeatureMatrix train, int[] players)
    {
        (_ensemble, _players) = (ensemble, players);
        foreach (var tree in ensemble.Trees)
        {
            var counts = (Nodes: new double[tree.Nodes.Count], Leaves: new double[tree.Nodes.Count + 1]);
            for (var row = 0; row < train.Rows; row++)
                Count(tree, Bins(train.Row(row)), counts);
            _rows.Add(counts);
        }
    }

    /// <summary>Player after player, one value an output.</summary>
    public double[] Of(ReadOnlySpan<float> row)
    {
        var bins = Bins(row);
        var players = _players.Max() + 1;
        var worth = Enumerable.Range(0, 1 << players).Select(coalition => Worth(coalition, bins)).ToArray();
        var values = new double[players * _ensemble.Outputs];
        for (var coalition = 0; coalition < worth.Length; coalition++)
        {
            for (var player = 0; player < players; player++)
            {
                if ((coalition >> player & 1) != 0)
                    continue;
                for (var k = 0; k < _ensemble.Outputs; k++)
                    values[(player * _ensemble.Outputs) + k] += Weight(BitOperations.PopCount((uint)coalition), players) * (worth[coalition | 1 << player][k] - worth[coalition][k]);
            }
        }

        return values;
    }

    // |S|! (n - |S| - 1)! / n!
    private static double Weight(int size, int players) => Factorial(size) * Factorial(players - size - 1) / Factorial(players);

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);

    private double[] Worth(int coalition, byte[] bins)
    {
        var scores = new double[_ensemble.Outputs];
        for (var t = 0; t < _ensemble.Trees.Count; t++)
        {
            var (tree, rows) = (_ensemble.Trees[t], _rows[t]);
            Add(tree.Nodes.Count == 0 ? ~0 : 0, 1);

            void Add(int child, double share)
            {
                if (child < 0)
                {
                    for (var k = 0; k < tree.Outputs; k++)
                        scores[((t * tree.Outputs) + k) % _ensemble.Outputs] += share * tree.LeafValues[(~child * tree.Outputs) + k];
                    return;
                }

                var node = tree.Nodes[child];
                var isLeft = node.LeftBins.Contains(bins[node.Feature]);
                foreach (var (next, taken) in new[] { (node.Left, isLeft), (node.Right, !isLeft) })
                {
                    var part = next < 0 ? rows.Leaves[~next] : rows.Nodes[next];
                    var passes = (coalition >> _players[node.Feature] & 1) != 0 ? (taken ? 1 : 0) : part / rows.Nodes[child];
                    if (passes > 0)
                        Add(next, share * passes);
                }
            }
        }

        return scores;
    }

    private byte[] Bins(ReadOnlySpan<float> row)
    {
        var bins = new byte[row.Length];
        for (var i = 0; i < bins.Length; i++)
            bins[i] = _ensemble.Bins[i].BinOf(row[i]);
        return bins;
    }

    private static void Count(Tree tree, byte[] bins, (double[] Nodes, double[] Leaves) counts)
    {
        var child = tree.Nodes.Count == 0 ? ~0 : 0;
        for (; child >= 0; child = tree.Nodes[child].LeftBins.Contains(bins[tree.Nodes[child].Feature]) ? tree.Nodes[child].Left : tree.Nodes[child].Right)
            counts.Nodes[child]++;
        counts.Leaves[~child]++;
    }
}
