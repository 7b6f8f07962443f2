using MlOps.Build.Inference.Interpreter.Learning;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>The weights of leaves (<c>class_*</c> or <c>target_*</c>), by the leaf's place in the model's lists.</summary>
internal sealed class LeafWeights
{
    private readonly Dictionary<int, List<(int Target, double Weight)>> _byLeaf = [];

    public LeafWeights(NodeInfo node, string prefix, int targetCount, Dictionary<(long Tree, long Node), int> places)
    {
        var trees = node.Ints($"{prefix}_treeids");
        var nodes = node.Ints($"{prefix}_nodeids");
        var targets = node.Ints($"{prefix}_ids");
        var weights = Tensors.Numbers(node, $"{prefix}_weights");
        if (nodes.Length != trees.Length || targets.Length != trees.Length || weights.Length != trees.Length)
            throw node.Fail($"its lists '{prefix}_…' differ in length");
        for (var i = 0; i < trees.Length; i++)
        {
            if (!places.TryGetValue((trees[i], nodes[i]), out var place))
                throw node.Fail($"tree {trees[i]} has no node {nodes[i]}, which has a weight");
            if (targets[i] < 0 || targets[i] >= targetCount)
                throw node.Fail($"a leaf has a weight for {prefix} {targets[i]}; there are {targetCount}");
            if (!_byLeaf.TryGetValue(place, out var list))
                _byLeaf[place] = list = [];
            list.Add(((int)targets[i], weights[i]));
        }
    }

    public IReadOnlyList<(int Target, double Weight)> Of(int leaf) => _byLeaf.TryGetValue(leaf, out var list) ? list : [];
}
