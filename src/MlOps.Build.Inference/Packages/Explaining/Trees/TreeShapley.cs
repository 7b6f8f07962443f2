using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>
/// Shapley values of a model's trees by TreeSHAP (Lundberg et al., "From local explanations to global understanding with explainable AI for
/// trees", 2020, algorithm 2): players that do not take part go both ways at a split, in the proportion of the rows counted there. What is
/// explained is the sum of the trees, so of a classifier usually log-odds and not a probability. The same bits on every processor.
/// </summary>
public sealed class TreeShapley
{
    private readonly AttributedTrees _trees;
    private readonly long[] _rows;

    private TreeShapley(AttributedTrees trees)
    {
        _trees = trees;
        _rows = new long[trees.Nodes.Count];
    }

    /// <summary>How many numbers the trees give a row.</summary>
    public int Outputs => _trees.Ensemble.TargetCount;

    /// <summary>
    /// About how many steps the values of one row take: over all leaves, the squared number of features between root and leaf at most, summed.
    /// </summary>
    public long Work => _trees.Work;

    /// <summary>
    /// The trees of a model from features to scores. Null when it is no sum of trees (<c>ai.onnx.ml.TreeEnsembleRegressor</c> without a
    /// transformation) of the model's only input, something else reads that too, or its trees are deeper than 1,000 splits.
    /// </summary>
    /// <exception cref="InferenceException">The trees are damaged.</exception>
    public static TreeShapley? Find(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return SummedTrees.Find(model.Graph) is { } found && IsOnlyReader(model.Graph, found.Features) ? new TreeShapley(found.Trees) : null;
    }

    private static bool IsOnlyReader(OnnxGraph graph, string input) =>
        graph.Inputs is [{ Name: var only }] && only == input && graph.Nodes.Count(node => node.Inputs.Contains(input)) == 1;

    /// <summary>Counts a row at the splits it passes, by which absent players go both ways. Not safe for concurrent use.</summary>
    /// <param name="row">The features; NaN where one is missing.</param>
    public void Count(ReadOnlySpan<float> row)
    {
        var features = Widened(row);
        foreach (var root in _trees.Roots)
        {
            var at = root;
            _rows[at]++;
            while (!_trees.Nodes[at].IsLeaf)
            {
                at = _trees.Child(at, features);
                _rows[at]++;
            }
        }
    }

    /// <summary>
    /// Each player's share of the difference between the row's scores and the mean scores of the counted rows. Safe for concurrent use.
    /// </summary>
    /// <param name="row">The features; NaN where one is missing.</param>
    /// <param name="players">By feature, the player that it belongs to: 0 and up. Features of one player are present or absent together.</param>
    /// <returns>Player after player, one value an output.</returns>
    public double[] Values(ReadOnlySpan<float> row, int[] players)
    {
        ArgumentNullException.ThrowIfNull(players);
        var walk = new ShapleyWalk(_trees, _rows, Widened(row), players);
        foreach (var root in _trees.Roots)
            walk.Add(root);
        return walk.Values;
    }

    private double[] Widened(ReadOnlySpan<float> row)
    {
        if (row.Length < _trees.Ensemble.FeatureCount)
            throw new ArgumentException($"The row has {row.Length} features; the trees read {_trees.Ensemble.FeatureCount}.", nameof(row));
        var features = new double[row.Length];
        for (var i = 0; i < features.Length; i++)
            features[i] = row[i];
        return features;
    }
}
