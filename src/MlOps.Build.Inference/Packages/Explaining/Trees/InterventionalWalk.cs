namespace MlOps.Build.Inference;

/// <summary>
/// Interventional TreeSHAP (Lundberg et al., 2020, "Independent TreeSHAP"): one walk for each tree and background row through the leaves
/// that any coalition of players reaches, each of which has the row's features where its player takes part and the background's where not.
/// A player decides at the first split on its features at which the two rows part, and for all its features.
/// </summary>
internal sealed class InterventionalWalk
{
    private readonly AttributedTrees _trees;
    private readonly int[] _players;
    private readonly double[] _leaves;
    private readonly double[][] _weights;
    private readonly Side[] _sides;
    private double[] _row = [];
    private double[] _background = [];

    /// <summary>Prepares walks.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="target">The score that is explained.</param>
    /// <param name="players">By feature, the player that it belongs to; -1 for a feature that is always the same.</param>
    /// <param name="count">The number of players.</param>
    public InterventionalWalk(AttributedTrees trees, int target, int[] players, int count)
    {
        (_trees, _players) = (trees, players);
        _leaves = [.. trees.Nodes.Select((node, at) => node.IsLeaf ? trees.Leaf(at, target) : 0)];
        _weights = Weights(Math.Min(trees.Depth, count));
        _sides = new Side[count];
        Values = new double[count];
    }

    private enum Side : byte
    {
        Open,
        Row,
        Background,
    }

    /// <summary>By player, the sum over background rows of the Shapley values.</summary>
    public double[] Values { get; }

    /// <summary>Adds the values against one background row.</summary>
    public void Add(double[] row, double[] background)
    {
        (_row, _background) = (row, background);
        foreach (var root in _trees.Roots)
            Walk(root, 0, 0);
    }

    // What the leaves below add to each player that is in the coalition, and to each that is not.
    private (double Row, double Background) Walk(int at, int inside, int outside)
    {
        while (!_trees.Nodes[at].IsLeaf)
        {
            var (ofRow, ofBackground) = (_trees.Child(at, _row), _trees.Child(at, _background));
            if (ofRow == ofBackground)
            {
                at = ofRow;
                continue;
            }

            var player = _players[_trees.Nodes[at].Feature];
            if (_sides[player] == Side.Open)
                return Part(player, ofRow, ofBackground, inside, outside);
            at = _sides[player] == Side.Row ? ofRow : ofBackground;
        }

        return (inside > 0 ? _leaves[at] * _weights[inside][outside] : 0, outside > 0 ? -_leaves[at] * _weights[outside][inside] : 0);
    }

    private (double Row, double Background) Part(int player, int ofRow, int ofBackground, int inside, int outside)
    {
        _sides[player] = Side.Row;
        var with = Walk(ofRow, inside + 1, outside);
        _sides[player] = Side.Background;
        var without = Walk(ofBackground, inside, outside + 1);
        _sides[player] = Side.Open;
        Values[player] += with.Row + without.Background;
        return (with.Row + without.Row, with.Background + without.Background);
    }

    // A leaf that needs s players inside and t outside: each of the s adds (s - 1)! t! / (s + t)! of it.
    private static double[][] Weights(int most)
    {
        var weights = new double[most + 1][];
        for (var s = 0; s <= most; s++)
        {
            weights[s] = new double[most + 1 - s];
            for (var t = 0; s > 0 && t < weights[s].Length; t++)
                weights[s][t] = s == 1 ? 1.0 / (t + 1) : weights[s - 1][t] * (s - 1) / (s + t);
        }

        return weights;
    }
}
