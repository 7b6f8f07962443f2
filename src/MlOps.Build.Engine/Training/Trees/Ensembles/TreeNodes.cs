using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Trees.Ensembles;

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
            nodes.Add(t, t * ensemble.Trees[t].Outputs % ensemble.Outputs, ensemble.Trees[t], ensemble.Bins);
        // The operator needs a tree even when the model is a constant.
        if (ensemble.Trees.Count == 0)
            nodes.Add(0, 0, Tree.Constant(0), ensemble.Bins);
        return builder.AddMlNode("TreeEnsembleRegressor", [TrainerResult.FeaturesInput], nodes.Attributes(ensemble.InitialScores));
    }

    private void Add(int tree, int firstTarget, Tree source, IReadOnlyList<FeatureBins> bins)
    {
        var comparisons = source.Nodes.Select(node => NodeComparisons.Of(node, bins[node.Feature])).ToList();
        var firsts = new long[comparisons.Count + 1];
        for (var i = 0; i < comparisons.Count; i++)
            firsts[i + 1] = firsts[i] + comparisons[i].Count;
        long IdOf(int child) => child >= 0 ? firsts[child] : firsts[^1] + ~child;
        for (var i = 0; i < comparisons.Count; i++)
        {
            var node = source.Nodes[i];
            for (var k = 0; k < comparisons[i].Count; k++)
            {
                var last = k == comparisons[i].Count - 1;
                Add(tree, node.Feature, comparisons[i][k], IdOf(node.Left), last ? IdOf(node.Right) : firsts[i] + k + 1);
            }
        }

        for (var first = 0; first < source.LeafValues.Length; first += source.Outputs)
        {
            AddValues(tree, firstTarget, source.LeafValues.AsSpan(first, source.Outputs));
            Add(tree, 0, new NodeComparison("LEAF", 0, false), 0, 0);
        }
    }

    // Of several values those that are 0 say nothing; a leaf needs one.
    private void AddValues(int tree, int firstTarget, ReadOnlySpan<float> values)
    {
        for (var k = 0; k < values.Length; k++)
        {
            if (k > 0 && values[k] == 0)
                continue;
            _targetTrees.Add(tree);
            _targetNodes.Add(NextId(tree));
            _targets.Add(firstTarget + k);
            _weights.Add(values[k]);
        }
    }

    private void Add(int tree, int feature, NodeComparison comparison, long yes, long no)
    {
        _nodes.Add(NextId(tree));
        _trees.Add(tree);
        _features.Add(feature);
        _values.Add(comparison.Value);
        _modes.Add(comparison.Mode);
        _trueNodes.Add(yes);
        _falseNodes.Add(no);
        _missing.Add(comparison.MissingIsTrue ? 1 : 0);
    }

    private long NextId(int tree) => _trees.Count > 0 && _trees[^1] == tree ? _nodes[^1] + 1 : 0;

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
