using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>Writes an isolation forest as ONNX: a sum of path lengths, and 2 to the power of minus their share of the middle.</summary>
internal sealed class IsolationExport
{
    // Paths are shorter than 64, so float32 adds multiples of 2^-18 exactly, and every run time comes to the same sum.
    private const double Grid = 1 << 18;

    private readonly List<long> _trees = [];
    private readonly List<long> _nodes = [];
    private readonly List<long> _features = [];
    private readonly List<float> _values = [];
    private readonly List<string> _modes = [];
    private readonly List<long> _left = [];
    private readonly List<long> _right = [];
    private readonly List<long> _leafTrees = [];
    private readonly List<long> _leafNodes = [];
    private readonly List<float> _lengths = [];

    public static byte[] Write(IsolationForest forest, int features)
    {
        var export = new IsolationExport();
        for (var tree = 0; tree < forest.Trees.Count; tree++)
            export.Add(tree, forest.Trees[tree], forest.Trees.Count);
        var graph = new HeadGraph(features);
        var builder = graph.Builder;
        var mean = builder.AddMlNode("TreeEnsembleRegressor", [TrainerResult.FeaturesInput], export.Attributes());
        var factor = builder.AddConstant("factor", [(float)(-DeterministicMath.Log(2) / forest.Middle)], 1, 1);
        var anomalous = builder.AddNode("Exp", [builder.AddNode("Mul", [mean, factor])]);
        var usual = builder.AddNode("Sub", [builder.AddConstant("one", [1f], 1, 1), anomalous]);
        return graph.WithProbabilities(builder.AddNode("Concat", [usual, anomalous], ("axis", 1L)), 2);
    }

    private void Add(int tree, IsolationTree source, int count)
    {
        foreach (var (id, node) in source.Nodes.Index())
        {
            var isLeaf = node.Feature < 0;
            _trees.Add(tree);
            _nodes.Add(id);
            _features.Add(isLeaf ? 0 : node.Feature);
            _values.Add(node.Threshold);
            _modes.Add(isLeaf ? "LEAF" : "BRANCH_LEQ");
            _left.Add(isLeaf ? 0 : node.Left);
            _right.Add(isLeaf ? 0 : node.Right);
            if (!isLeaf)
                continue;
            _leafTrees.Add(tree);
            _leafNodes.Add(id);
            _lengths.Add((float)(Math.Round(node.PathLength / count * Grid) / Grid));
        }
    }

    private (string Name, object Value)[] Attributes() =>
    [
        ("aggregate_function", "SUM"),
        ("n_targets", 1L),
        ("nodes_falsenodeids", _right.ToArray()),
        ("nodes_featureids", _features.ToArray()),
        ("nodes_modes", _modes.ToArray()),
        ("nodes_nodeids", _nodes.ToArray()),
        ("nodes_treeids", _trees.ToArray()),
        ("nodes_truenodeids", _left.ToArray()),
        ("nodes_values", _values.ToArray()),
        ("post_transform", "NONE"),
        ("target_ids", _leafNodes.Select(_ => 0L).ToArray()),
        ("target_nodeids", _leafNodes.ToArray()),
        ("target_treeids", _leafTrees.ToArray()),
        ("target_weights", _lengths.ToArray()),
    ];
}
