namespace MlOps.Build.Engine.Training.Trees.Ensembles;

/// <summary>A regression tree over bins. Children that are not negative are nodes; the complement of a negative one is a leaf.</summary>
internal sealed class Tree
{
    private readonly List<TreeNode> _nodes = [];

    // The node above each leaf; none above the first leaf of all.
    private readonly List<int> _above = [-1];

    public IReadOnlyList<TreeNode> Nodes => _nodes;

    /// <summary>How many outputs each leaf has a value for; 1 when the tree is one output's.</summary>
    public int Outputs { get; init; } = 1;

    /// <summary>What each leaf adds to the outputs' scores, leaf after leaf, float32 as in the exported model.</summary>
    public float[] LeafValues { get; set; } = [];

    public bool HasSplits => _nodes.Count > 0;

    /// <summary>A tree of one leaf.</summary>
    public static Tree Constant(float value) => new() { LeafValues = [value] };

    /// <summary>Puts a node where the leaf was: the leaf becomes its left child, a new leaf, the next in number, its right one.</summary>
    /// <param name="leaf">The leaf that is divided.</param>
    /// <param name="feature">The feature that it is divided by.</param>
    /// <param name="bin">The last value bin that goes left.</param>
    /// <param name="missingLeft">Where missing values go.</param>
    /// <param name="leftBins">All bins that go left.</param>
    /// <param name="gain">How much the split lowers what the trainer minimises.</param>
    public void Split(int leaf, int feature, int bin, bool missingLeft, BinSet leftBins, double gain)
    {
        var index = _nodes.Count;
        var newLeaf = _above.Count;
        if (_above[leaf] is >= 0 and var above)
            _nodes[above] = _nodes[above].WithChild(~leaf, index);
        _above[leaf] = index;
        _above.Add(index);
        _nodes.Add(new TreeNode(feature, bin, missingLeft, leftBins, ~leaf, ~newLeaf, gain));
    }

    /// <summary>The leaf that a row's bins lead to.</summary>
    /// <param name="bins">The row's bins; that of feature f is at f * <paramref name="stride"/>.</param>
    /// <param name="stride">How far the bins of two features are from each other.</param>
    public int LeafOf(ReadOnlySpan<byte> bins, int stride)
    {
        var child = _nodes.Count == 0 ? ~0 : 0;
        while (child >= 0)
        {
            var node = _nodes[child];
            child = node.LeftBins.Contains(bins[node.Feature * stride]) ? node.Left : node.Right;
        }

        return ~child;
    }
}
