using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>Which node makes a value of a graph, and what it is made of.</summary>
internal sealed class GraphWays
{
    private readonly Dictionary<string, OnnxNode> _makers = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<OnnxNode> _nodes;
    private readonly HashSet<string> _inputs;
    private readonly Dictionary<string, Tensor> _constants;

    public GraphWays(OnnxGraph graph)
    {
        _nodes = graph.Nodes;
        foreach (var node in _nodes)
        {
            foreach (var output in node.Outputs)
                _makers[output] = node;
        }

        _inputs = new HashSet<string>(graph.Inputs.Select(input => input.Name), StringComparer.Ordinal);
        _constants = graph.Initializers.ToDictionary(constant => constant.Name, constant => constant.Value, StringComparer.Ordinal);
    }

    /// <summary>The node that makes a value, behind nodes that only hand it on; null of an input or a constant.</summary>
    public OnnxNode? MakerOf(string value)
    {
        var maker = _makers.GetValueOrDefault(value);
        while (maker is { Operator: "Identity" })
            maker = _makers.GetValueOrDefault(maker.Inputs[0]);
        return maker;
    }

    /// <summary>The nodes that read a value.</summary>
    public IReadOnlyList<OnnxNode> ReadersOf(string value) => [.. _nodes.Where(node => node.Inputs.Contains(value))];

    /// <summary>A constant's numbers; null when the value is no constant of float32.</summary>
    public float[]? Constant(string value) => (_constants.GetValueOrDefault(value) as Tensor<float>)?.Values;

    /// <summary>The inputs of the graph that a value depends on.</summary>
    public IReadOnlyCollection<string> InputsOf(string value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Follow(value, seen);
        return [.. seen.Where(_inputs.Contains)];
    }

    /// <summary>The nodes without which the values could not be made, in the order of the graph.</summary>
    public IReadOnlyList<OnnxNode> NodesOf(IEnumerable<string> values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
            Follow(value, seen);
        return [.. _nodes.Where(node => node.Outputs.Any(seen.Contains))];
    }

    /// <summary>Whether rows reach a value by way of one node alone.</summary>
    public bool ComesFrom(OnnxNode node, string value)
    {
        var seen = new HashSet<string>(node.Outputs, StringComparer.Ordinal);
        Follow(value, seen);
        return !seen.Overlaps(_inputs);
    }

    private void Follow(string value, HashSet<string> seen)
    {
        var open = new Stack<string>([value]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next) || !_makers.TryGetValue(next, out var maker))
                continue;
            foreach (var input in maker.Inputs)
                open.Push(input);
        }
    }
}
