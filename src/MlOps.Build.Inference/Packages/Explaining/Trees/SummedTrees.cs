using MlOps.Build.Inference.Interpreter;
using MlOps.Build.Inference.Interpreter.Trees;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>A graph's one sum of trees.</summary>
/// <param name="Node">The node.</param>
/// <param name="Trees">Its trees.</param>
internal sealed record SummedTrees(OnnxNode Node, AttributedTrees Trees)
{
    /// <summary>What the trees read.</summary>
    public string Features => Node.Inputs[0];

    /// <summary>
    /// Null when the graph has no <c>ai.onnx.ml.TreeEnsembleRegressor</c> without a transformation, or other trees too, or trees that
    /// <see cref="AttributedTrees"/> does not take.
    /// </summary>
    /// <exception cref="InferenceException">The trees are damaged.</exception>
    public static SummedTrees? Find(OnnxGraph graph)
    {
        var nodes = graph.Nodes.Where(node => node.Operator.StartsWith("TreeEnsemble", StringComparison.Ordinal)).ToList();
        if (nodes is not [{ Operator: "TreeEnsembleRegressor", Inputs.Count: 1 } node])
            return null;
        var info = new NodeInfo(node, 1, new Dictionary<string, Tensor>());
        if (info.Text("aggregate_function", "SUM") != "SUM" || info.Text("post_transform", "NONE") != "NONE")
            return null;
        var ensemble = TreeEnsembleReader.Read(info, "target", info.Axis("n_targets", 1), TreeAggregate.Sum);
        return AttributedTrees.Of(ensemble) is { } trees ? new SummedTrees(node, trees) : null;
    }

    /// <summary>The least and the most that the trees may give for a target.</summary>
    public (double Least, double Most) Bounds(int target)
    {
        var initial = new NodeInfo(Node, 1, new Dictionary<string, Tensor>()).Floats("base_values");
        var (least, most) = initial.Length > target ? (initial[target], initial[target]) : (0.0, 0.0);
        for (var tree = 0; tree < Trees.Roots.Count; tree++)
        {
            var end = tree + 1 < Trees.Roots.Count ? Trees.Roots[tree + 1] : Trees.Nodes.Count;
            var leaves = Enumerable.Range(Trees.Roots[tree], end - Trees.Roots[tree])
                .Where(at => Trees.Nodes[at].IsLeaf).Select(at => Trees.Leaf(at, target)).ToList();
            (least, most) = (least + leaves.Min(), most + leaves.Max());
        }

        return (least, most);
    }
}
