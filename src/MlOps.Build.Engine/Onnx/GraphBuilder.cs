using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Onnx;

/// <summary>
/// Puts an ONNX graph together node by node. Opset 18 and ai.onnx.ml 3 with IR version 8 is what ONNX Runtime has taken since 1.14;
/// <see cref="RequireOpset"/> raises the first where an operator needs it.
/// </summary>
internal sealed class GraphBuilder(string graphName)
{
    /// <summary>The version of <c>ai.onnx.ml</c>.</summary>
    public const long LearningOpset = 3;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxValue> _inputs = [];
    private readonly List<OnnxValue> _outputs = [];
    private readonly List<OnnxTensor> _initializers = [];
    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private long _opset = 18;

    /// <summary>A name that nothing in the graph has: the given one, or that with a number.</summary>
    public string FreshName(string wanted)
    {
        var name = wanted;
        for (var i = 2; !_names.Add(name); i++)
            name = $"{wanted}_{i}";
        return name;
    }

    /// <summary>Adds an input; a null size is a free one.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public string AddInput(string name, OnnxType type, params long?[] shape)
    {
        if (!_names.Add(name))
            throw new ArgumentException($"'{name}' is already a value of the graph '{graphName}'.", nameof(name));
        _inputs.Add(new OnnxValue(name, type, shape));
        return name;
    }

    /// <summary>Adds a constant and returns its name.</summary>
    public string AddConstant<T>(string wantedName, T[] values, params int[] shape)
    {
        var name = FreshName(wantedName);
        _initializers.Add(new OnnxTensor(name, Tensor.Create(values, shape)));
        return name;
    }

    /// <summary>Adds a node of <c>ai.onnx</c> with one output and returns the output's name.</summary>
    public string AddNode(string @operator, IReadOnlyList<string> inputs, params (string Name, object Value)[] attributes) =>
        AddNode("", @operator, inputs, 1, attributes)[0];

    /// <summary>Adds a node of <c>ai.onnx.ml</c> with one output and returns the output's name.</summary>
    public string AddMlNode(string @operator, IReadOnlyList<string> inputs, params (string Name, object Value)[] attributes) =>
        AddNode("ai.onnx.ml", @operator, inputs, 1, attributes)[0];

    /// <summary>Adds a node and returns the names of its outputs.</summary>
    public IReadOnlyList<string> AddNode(
        string domain, string @operator, IReadOnlyList<string> inputs, int outputCount, params (string Name, object Value)[] attributes)
    {
        var name = FreshName(@operator);
        var outputs = Enumerable.Range(0, outputCount).Select(i => FreshName($"{name}:{i}")).ToArray();
        _nodes.Add(new OnnxNode
        {
            Operator = @operator,
            Domain = domain,
            Name = name,
            Inputs = [.. inputs],
            Outputs = outputs,
            Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal),
        });
        return outputs;
    }

    /// <summary>Takes in the nodes of a graph of one input and one output, under names of their own, and returns the name of the output.</summary>
    /// <param name="model">The graph.</param>
    /// <param name="input">The value that it reads.</param>
    public string Inline(OnnxModel model, string input)
    {
        _ = model.Graph.Inputs.Single();
        return Inline(model, _ => input);
    }

    /// <summary>Takes in the nodes of a graph of one output, under names of their own, and returns the name of the output.</summary>
    /// <param name="model">The graph.</param>
    /// <param name="value">By input of the graph, the value that it reads.</param>
    public string Inline(OnnxModel model, Func<string, string> value)
    {
        var graph = model.Graph;
        var names = graph.Inputs.ToDictionary(input => input.Name, input => value(input.Name), StringComparer.Ordinal);
        string To(string name) => name.Length == 0 ? name : names.TryGetValue(name, out var known) ? known : names[name] = FreshName($"{graph.Name}/{name}");
        _initializers.AddRange(graph.Initializers.Select(tensor => tensor with { Name = To(tensor.Name) }));
        foreach (var node in graph.Nodes)
        {
            _nodes.Add(node with
            {
                Name = FreshName(node.Operator),
                Inputs = [.. node.Inputs.Select(To)],
                Outputs = [.. node.Outputs.Select(To)],
            });
        }

        RequireOpset(model.Opsets.GetValueOrDefault(""));
        return names[graph.Outputs.Single().Name];
    }

    /// <summary>Makes a value an output under a name of its own.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void AddOutput(string name, string value, OnnxType type, params long?[] shape)
    {
        if (!_names.Add(name))
            throw new ArgumentException($"'{name}' is already a value of the graph '{graphName}'.", nameof(name));
        _nodes.Add(new OnnxNode { Operator = "Identity", Name = FreshName("Identity"), Inputs = [value], Outputs = [name] });
        _outputs.Add(new OnnxValue(name, type, shape));
    }

    /// <summary>Adds one entry to the model's metadata.</summary>
    public void AddMetadata(string key, string value) => _metadata[key] = value;

    /// <summary>Says that an operator of <c>ai.onnx</c> needs this operator set.</summary>
    public void RequireOpset(long version) => _opset = Math.Max(_opset, version);

    public OnnxModel Build() => new()
    {
        IrVersion = _opset > 18 ? 9 : 8,
        Opsets = new SortedDictionary<string, long>(StringComparer.Ordinal) { [""] = _opset, ["ai.onnx.ml"] = LearningOpset },
        ProducerName = "MlOps.Build",
        Metadata = _metadata,
        Graph = new OnnxGraph
        {
            Name = graphName,
            Nodes = [.. _nodes],
            Inputs = [.. _inputs],
            Outputs = [.. _outputs],
            Initializers = [.. _initializers],
        },
    };
}
