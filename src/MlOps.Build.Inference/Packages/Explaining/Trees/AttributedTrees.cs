using MlOps.Build.Inference.Interpreter.Trees;

namespace MlOps.Build.Inference;

/// <summary>
/// Trees in which each question has one node: a set of categories, which a model file holds as a row of equalities with one target, is one
/// split again. So every node has one parent.
/// </summary>
internal sealed class AttributedTrees
{
    private const int DeepestTree = 1000;

    private readonly int _features;

    private AttributedTrees(TreeEnsemble ensemble)
    {
        Ensemble = ensemble;
        _features = ensemble.Nodes.Where(node => node.Key >= 0).Select(node => node.Key >> 2).Distinct().Count();
    }

    public TreeEnsemble Ensemble { get; }

    public List<AttributedNode> Nodes { get; } = [];

    public List<int> Roots { get; } = [];

    /// <summary>Most splits between a root and a leaf.</summary>
    public int Depth { get; private set; }

    /// <summary>The squared numbers of features on the ways to all leaves, at most, summed.</summary>
    public long Work { get; private set; }

    /// <summary>Null when a node still has several parents, or trees are too deep to be walked down.</summary>
    public static AttributedTrees? Of(TreeEnsemble ensemble)
    {
        var trees = new AttributedTrees(ensemble);
        foreach (var root in ensemble.Roots)
        {
            trees.Roots.Add(trees.Nodes.Count);
            if (!trees.Place(root))
                return null;
        }

        return trees;
    }

    /// <summary>Where a row goes on.</summary>
    public int Child(int index, double[] row)
    {
        var node = Nodes[index];
        var (first, second) = (Nodes[node.First].Place, Nodes[node.Second].Place);
        var at = node.Place;
        do
            at = Ensemble.Next(at, row);
        while (at != first && at != second);
        return at == first ? node.First : node.Second;
    }

    /// <summary>What a leaf adds to a target.</summary>
    public double Leaf(int index, int target)
    {
        var leaf = Ensemble.Nodes[Nodes[index].Place].Other;
        var sum = 0.0;
        for (var i = Ensemble.LeafStarts[leaf]; i < Ensemble.LeafStarts[leaf + 1]; i++)
            sum += Ensemble.Targets[i] == target ? Ensemble.Weights[i] : 0;
        return sum;
    }

    // With a stack of our own, because trees may be deep.
    private bool Place(int root)
    {
        var open = new Stack<(int Place, int Parent, int Depth)>([(root, -1, 0)]);
        while (open.Count > 0)
        {
            var (place, parent, depth) = open.Pop();
            if (Nodes.Count == Ensemble.Nodes.Length || depth > DeepestTree)
                return false;
            if (parent >= 0)
                Nodes[parent] = Nodes[parent] is { First: < 0 } half ? half with { First = Nodes.Count } : Nodes[parent] with { Second = Nodes.Count };
            Depth = Math.Max(Depth, depth);
            if (Ensemble.Nodes[place].Key < 0)
            {
                Work += (long)Math.Min(depth, _features) * Math.Min(depth, _features);
                Nodes.Add(new AttributedNode(place, -1, -1, -1));
                continue;
            }

            var (target, rest) = Children(place);
            open.Push((rest, Nodes.Count, depth + 1));
            open.Push((target, Nodes.Count, depth + 1));
            Nodes.Add(new AttributedNode(place, FeatureOf(place), -1, -1));
        }

        return true;
    }

    // Where a row of comparisons leads: to its one target, or past the last of them.
    private (int Target, int Past) Children(int place)
    {
        var (yes, no) = (place + 1, Ensemble.Nodes[place].Other);
        var (target, rest) = GoesOn(yes, no, place) ? (no, yes) : (yes, no);
        while (GoesOn(rest, target, place))
            rest = rest + 1 == target ? Ensemble.Nodes[rest].Other : rest + 1;
        return (target, rest);
    }

    private bool GoesOn(int next, int target, int place) =>
        Ensemble.Nodes[next].Key >= 0
        && FeatureOf(next) == FeatureOf(place)
        && (next + 1 == target || Ensemble.Nodes[next].Other == target);

    private int FeatureOf(int place) => Ensemble.Nodes[place].Key >> 2;
}
