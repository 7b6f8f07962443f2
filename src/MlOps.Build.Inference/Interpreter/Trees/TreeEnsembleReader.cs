using MlOps.Build.Inference.Interpreter.Learning;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>Reads the parallel lists in which TreeEnsembleClassifier and TreeEnsembleRegressor describe their trees.</summary>
internal sealed class TreeEnsembleReader
{
    private readonly NodeInfo _node;
    private readonly long[] _features;
    private readonly double[] _values;
    private readonly string[] _modes;
    private readonly long[] _missing;
    private readonly int[] _true;
    private readonly int[] _false;
    private readonly long[] _trees;
    private readonly Dictionary<(long Tree, long Node), int> _places = [];
    private readonly LeafWeights _weights;

    private TreeEnsembleReader(NodeInfo node, string prefix, int targetCount)
    {
        _node = node;
        _trees = node.Ints("nodes_treeids");
        _features = SameLength(node.Ints("nodes_featureids"), "nodes_featureids");
        _values = SameLength(Tensors.Numbers(node, "nodes_values"), "nodes_values");
        _modes = SameLength(node.Texts("nodes_modes"), "nodes_modes");
        _missing = node.Ints("nodes_missing_value_tracks_true") is { Length: > 0 } tracks ? SameLength(tracks, "missing_value_tracks_true") : new long[_trees.Length];
        var ids = SameLength(node.Ints("nodes_nodeids"), "nodes_nodeids");
        for (var i = 0; i < ids.Length; i++)
        {
            if (!_places.TryAdd((_trees[i], ids[i]), i))
                throw node.Fail($"tree {_trees[i]} has the node {ids[i]} twice");
        }

        _true = Children("nodes_truenodeids");
        _false = Children("nodes_falsenodeids");
        _weights = new LeafWeights(node, prefix, targetCount, _places);
    }

    public static TreeEnsemble Read(NodeInfo node, string prefix, int targetCount, TreeAggregate aggregate) =>
        new TreeEnsembleReader(node, prefix, targetCount).Build(targetCount, aggregate);

    private TreeEnsemble Build(int targetCount, TreeAggregate aggregate)
    {
        var layout = new TreeLayout(_weights);
        var placed = Enumerable.Repeat(-1, _trees.Length).ToArray();
        CheckCircles();
        var roots = Roots().Select(root => Place(root, layout, placed)).ToArray();
        return new TreeEnsemble
        {
            Nodes = [.. layout.Nodes],
            Roots = roots,
            LeafStarts = [.. layout.LeafStarts],
            Targets = [.. layout.Targets],
            Weights = [.. layout.Weights],
            TargetCount = targetCount,
            FeatureCount = checked((int)_features.Where((_, i) => !IsLeaf(i)).DefaultIfEmpty(-1).Max()) + 1,
            Aggregate = aggregate,
            IsPlainSum = aggregate is TreeAggregate.Sum or TreeAggregate.Average && layout.IsPlain,
        };
    }

    // The node of each tree that is nobody's child, in the order in which the trees come.
    private List<int> Roots()
    {
        var isChild = new bool[_trees.Length];
        foreach (var child in _true.Concat(_false).Where(child => child >= 0))
            isChild[child] = true;
        var roots = new Dictionary<long, int>();
        for (var i = 0; i < _trees.Length; i++)
        {
            if (!isChild[i] && !roots.TryAdd(_trees[i], i))
                throw _node.Fail($"tree {_trees[i]} has two roots");
        }

        return roots.Count == _trees.Distinct().Count() ? [.. roots.Values] : throw _node.Fail("a tree has no root, so it goes in circles");
    }

    // A node may have several parents: membership of a set is written as a row of comparisons whose "true" is one and the same node.
    private void CheckCircles()
    {
        var parents = new int[_trees.Length];
        foreach (var child in _true.Concat(_false).Where(child => child >= 0))
            parents[child]++;
        var open = new Stack<int>(Enumerable.Range(0, parents.Length).Where(i => parents[i] == 0));
        var seen = 0;
        while (open.TryPop(out var next))
        {
            seen++;
            foreach (var child in new[] { _true[next], _false[next] }.Where(child => child >= 0 && --parents[child] == 0))
                open.Push(child);
        }

        if (seen < parents.Length)
            throw _node.Fail("a tree goes in circles");
    }

    // Depth first, "true" first, so that it stands right behind its parent; a stack of our own, because trees may be deep.
    private int Place(int root, TreeLayout layout, int[] placed)
    {
        var first = layout.Nodes.Count;
        var open = new Stack<(int Node, int Parent)>([(root, -1)]);
        while (open.TryPop(out var next))
        {
            if (placed[next.Node] >= 0 && next.Parent < 0)
                throw _node.Fail($"a node of tree {_trees[next.Node]} has two parents");
            if (next.Parent >= 0)
                layout.SetOther(next.Parent, placed[next.Node] >= 0 ? placed[next.Node] : layout.Nodes.Count);
            if (placed[next.Node] >= 0)
                continue;
            placed[next.Node] = layout.Nodes.Count;
            if (IsLeaf(next.Node))
            {
                layout.AddLeaf(next.Node);
                continue;
            }

            var split = Split.Of(_node, _modes[next.Node], _values[next.Node], _missing[next.Node] != 0);
            var (yes, no) = split.IsSwapped ? (_false[next.Node], _true[next.Node]) : (_true[next.Node], _false[next.Node]);
            open.Push((no, layout.Nodes.Count));
            open.Push((yes, -1));
            layout.AddSplit(checked((int)_features[next.Node]), split);
        }

        return first;
    }

    private bool IsLeaf(int i) => _modes[i] == "LEAF";

    private int[] Children(string attribute)
    {
        var ids = SameLength(_node.Ints(attribute), attribute);
        var children = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (IsLeaf(i))
                children[i] = -1;
            else if (!_places.TryGetValue((_trees[i], ids[i]), out children[i]))
                throw _node.Fail($"tree {_trees[i]} has no node {ids[i]}, to which '{attribute}' leads");
            else if (_features[i] is < 0 or > (int.MaxValue >> 2) - 1)
                throw _node.Fail($"a node reads feature {_features[i]}");
        }

        return children;
    }

    private T[] SameLength<T>(T[] list, string attribute) =>
        list.Length == _trees.Length ? list : throw _node.Fail($"'{attribute}' has {list.Length} entries for {_trees.Length} nodes");
}
