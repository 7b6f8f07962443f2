using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>
/// A whole model as a sum of trees of its columns, each of which makes features of its own, as the kit's preprocessing does unless a
/// feature crosses columns. Safe for concurrent use.
/// </summary>
internal sealed class ColumnTrees
{
    private readonly GraphWays _ways;
    private readonly SummedTrees _found;
    private readonly ManagedModelSession _session;

    // What the trees read, side by side, and the column that each depends on; none of a constant.
    private readonly List<(string Value, string? Column)> _parts;

    private ColumnTrees(GraphWays ways, SummedTrees found, List<(string Value, string? Column)> parts, ManagedModelSession session) =>
        (_ways, _found, _parts, _session) = (ways, found, parts, session);

    /// <summary>Null when the model is something else, or something that only another back end runs.</summary>
    public static ColumnTrees? Find(byte[] encoded)
    {
        try
        {
            var model = OnnxModelReader.Read(encoded);
            if (SummedTrees.Find(model.Graph) is not { } found)
                return null;
            var ways = new GraphWays(model.Graph);
            var parts = new List<(string, string?)>();
            foreach (var value in Parts(ways, found.Features))
            {
                var columns = ways.InputsOf(value);
                if (columns.Count > 1)
                    return null;
                parts.Add((value, columns.FirstOrDefault()));
            }

            return new ColumnTrees(ways, found, parts, Session(model, ways, [.. parts.Select(part => part.Item1), found.Node.Outputs[0]]));
        }
        catch (InferenceException)
        {
            return null;
        }
    }

    /// <summary>How an output follows from the trees; null when that is not known.</summary>
    public ScorePath? PathTo(string output, int column) => ScorePath.Find(_ways, _found, output, column);

    /// <summary>Explains the first of some rows by the others.</summary>
    /// <param name="columns">The players.</param>
    /// <param name="rows">The explained row, then the background rows.</param>
    /// <param name="path">The score that is explained.</param>
    /// <returns>Null when the trees read something else than float32.</returns>
    public TreeValues? Explain(IReadOnlyList<string> columns, ModelInputs rows, ScorePath path)
    {
        var outputs = _session.Run(rows.Tensors.Where(pair => _session.Inputs.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));
        if (_parts.Any(part => outputs[part.Value] is not Tensor<float>))
            return null;
        var (features, players) = Features(columns, outputs, rows.Rows);
        var walk = new InterventionalWalk(_found.Trees, path.Target, players, columns.Count);
        for (var background = 1; background < rows.Rows; background++)
            walk.Add(features[0], features[background]);
        var all = ((Tensor<float>)outputs[_found.Node.Outputs[0]]).Values;
        var scores = Enumerable.Range(0, rows.Rows).Select(row => (double)all[(row * _found.Trees.Ensemble.TargetCount) + path.Target] * path.Sign).ToList();
        return new TreeValues(
            scores[0], scores.Skip(1).Sum() / (rows.Rows - 1), [.. walk.Values.Select(value => path.Sign * value / (rows.Rows - 1))]);
    }

    private (double[][] Features, int[] Players) Features(IReadOnlyList<string> columns, IReadOnlyDictionary<string, Tensor> outputs, int rows)
    {
        var features = Enumerable.Range(0, rows).Select(_ => new List<double>()).ToList();
        var players = new List<int>();
        foreach (var (value, column) in _parts)
        {
            var tensor = (Tensor<float>)outputs[value];
            var width = tensor.Length / rows;
            for (var row = 0; row < rows; row++)
                features[row].AddRange(tensor.Values.AsSpan(row * width, width).ToArray().Select(x => (double)x));
            var player = column is null ? -1 : columns.ToList().IndexOf(column);
            players.AddRange(Enumerable.Repeat(player, width));
        }

        return ([.. features.Select(row => row.ToArray())], [.. players]);
    }

    private static IReadOnlyList<string> Parts(GraphWays ways, string features) =>
        ways.MakerOf(features) is { Operator: "Concat" } concat ? concat.Inputs : [features];

    private static ManagedModelSession Session(OnnxModel model, GraphWays ways, IReadOnlyList<string> outputs)
    {
        string[] distinct = [.. outputs.Distinct(StringComparer.Ordinal)];
        var nodes = ways.NodesOf(distinct);
        var read = new HashSet<string>(nodes.SelectMany(node => node.Inputs), StringComparer.Ordinal);
        return ManagedModelSession.Load(model with
        {
            Graph = model.Graph with
            {
                Nodes = nodes,
                Inputs = [.. model.Graph.Inputs.Where(input => read.Contains(input.Name))],
                Initializers = [.. model.Graph.Initializers.Where(constant => read.Contains(constant.Name))],
                Outputs = [.. distinct.Select(name => new OnnxValue(name, OnnxType.Float, [null, null]))],
            },
        });
    }
}
