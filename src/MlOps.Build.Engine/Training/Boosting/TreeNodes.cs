using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// The attributes of <c>ai.onnx.ml.TreeEnsembleRegressor</c>: nodes of all trees in order, inner nodes before leaves, node 0 the root. Rows
/// go to the true branch when the feature is at most the value; NaN never is, so its way there is a flag of the node.
/// </summary>
internal sealed class TreeNodes
{
    private readonly List<long> _trees = [];
    private readonly List<long> _nodes = [];
    private readonly List<long> _features = [];
    private readonly List<float> _values = [];
    private readonly List<string> _modes = [];
    private readonly List<long> _trueNodes = [];
    private readonly List<long> _falseNodes = [];
    private readonly List<long> _missing = [];
    private readonly List<long> _targetTrees = [];
    private readonly List<long> _targetNodes = [];
    private readonly List<long> _targets = [];
    private readonly List<float> _weights = [];

    /// <summary>Adds the node and returns its output, <c>float32 [N, outputs]</c>.</summary>
    public static string AddTo(GraphBuilder builder, Ensemble ensemble)
    {
        var nodes = new TreeNodes();
        for (var t = 0; t < ensemble.Trees.Count; t++)
            nodes.Add(t, t % ensemble.Outputs, ensemble.Trees[t], ensemble.Bins);
        // The operator needs a tree even when the model is a constant.
        if (ensemble.Trees.Count == 0)
            nodes.Add(0, 0, Tree.Constant(0), ensemble.Bins);
        return builder.AddMlNode("TreeEnsembleRegressor", [TrainerResult.FeaturesInput], nodes.Attributes(ensemble.InitialScores));
    }

    private void Add(int tree, int target, Tree source, IReadOnlyList<FeatureBins> bins)
    {
        foreach (var node in source.Nodes)
        {
            AddNode(tree, node.Feature, bins[node.Feature].Threshold(node.Bin), "BRANCH_LEQ");
            _trueNodes.Add(IdOf(source, node.Left));
            _falseNodes.Add(IdOf(source, node.Right));
            _missing.Add(node.MissingLeft ? 1 : 0);
        }

        foreach (var value in source.LeafValues)
        {
            _targetTrees.Add(tree);
            _targetNodes.Add(NextId(tree));
            _targets.Add(target);
            _weights.Add(value);
            AddNode(tree, 0, 0, "LEAF");
            _trueNodes.Add(0);
            _falseNodes.Add(0);
            _missing.Add(0);
        }
    }

    private void AddNode(int tree, int feature, float value, string mode)
    {
        _nodes.Add(NextId(tree));
        _trees.Add(tree);
        _features.Add(feature);
        _values.Add(value);
        _modes.Add(mode);
    }

    private long NextId(int tree) => _trees.Count > 0 && _trees[^1] == tree ? _nodes[^1] + 1 : 0;

    private static long IdOf(Tree tree, int child) => child >= 0 ? child : tree.Nodes.Count + ~child;

    private (string Name, object Value)[] Attributes(float[] initialScores) =>
    [
        ("aggregate_function", "SUM"),
        ("base_values", initialScores),
        ("n_targets", (long)initialScores.Length),
        ("nodes_falsenodeids", _falseNodes.ToArray()),
        ("nodes_featureids", _features.ToArray()),
        ("nodes_missing_value_tracks_true", _missing.ToArray()),
        ("nodes_modes", _modes.ToArray()),
        ("nodes_nodeids", _nodes.ToArray()),
        ("nodes_treeids", _trees.ToArray()),
        ("nodes_truenodeids", _trueNodes.ToArray()),
        ("nodes_values", _values.ToArray()),
        ("post_transform", "NONE"),
        ("target_ids", _targets.ToArray()),
        ("target_nodeids", _targetNodes.ToArray()),
        ("target_treeids", _targetTrees.ToArray()),
        ("target_weights", _weights.ToArray()),
    ];
}
