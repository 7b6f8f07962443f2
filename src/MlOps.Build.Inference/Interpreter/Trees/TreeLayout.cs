using System.Runtime.InteropServices;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>Flat lists of nodes and leaf weights while trees are laid out.</summary>
internal sealed class TreeLayout(LeafWeights weights)
{
    public List<TreeNode> Nodes { get; } = [];

    public List<int> LeafStarts { get; } = [0];

    public List<int> Targets { get; } = [];

    public List<double> Weights { get; } = [];

    /// <summary>Whether each leaf so far has one weight, for target 0.</summary>
    public bool IsPlain { get; private set; } = true;

    public void AddSplit(int feature, Split split) =>
        Nodes.Add(new TreeNode { Key = (feature << 2) | split.Bits, Value = split.Threshold });

    public void AddLeaf(int place)
    {
        var own = weights.Of(place);
        IsPlain &= own is [(0, _)];
        Nodes.Add(new TreeNode { Key = -1, Other = LeafStarts.Count - 1, Value = own.Count > 0 ? own[0].Weight : 0 });
        foreach (var (target, weight) in own)
        {
            Targets.Add(target);
            Weights.Add(weight);
        }

        LeafStarts.Add(Targets.Count);
    }

    public void SetOther(int parent, int child) => CollectionsMarshal.AsSpan(Nodes)[parent].Other = child;
}
