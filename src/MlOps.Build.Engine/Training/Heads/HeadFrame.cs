using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>Puts a graph between the input and the output that a head has, and its own names out of their way.</summary>
internal sealed class HeadFrame
{
    private readonly HeadShape _shape;
    private readonly HashSet<string> _taken;
    private readonly List<OnnxTensor> _constants = [];
    private readonly List<OnnxNode> _before = [];
    private readonly List<OnnxNode> _after = [];

    private HeadFrame(OnnxGraph graph, HeadShape shape)
    {
        _shape = shape;
        _taken = [.. GraphNames.Values(graph), .. graph.Nodes.Select(node => node.Name)];
    }

    /// <summary>The framed graph.</summary>
    /// <param name="graph">A graph with one output.</param>
    /// <param name="feeds">What its inputs read.</param>
    /// <param name="shape">What a head takes and gives.</param>
    public static OnnxGraph Of(OnnxGraph graph, IReadOnlyList<HeadFeed> feeds, HeadShape shape)
    {
        var frame = new HeadFrame(graph, shape);
        var output = graph.Outputs[0];
        var whole = feeds is [{ Columns: null, Input: { Type: OnnxType.Float, Shape.Count: not 1 } }] ? feeds[0].Input.Name : null;
        var kept = output.Name == shape.Output && output.Shape.Count == 2;
        var names = frame.Moved((TrainerResult.FeaturesInput, whole == TrainerResult.FeaturesInput), (shape.Output, kept));
        if (whole is not null && whole != TrainerResult.FeaturesInput)
            names[whole] = TrainerResult.FeaturesInput;
        var renamed = GraphNames.Rename(graph, names);
        if (whole is null)
        {
            foreach (var feed in feeds)
                frame.Feed(feed, names.GetValueOrDefault(feed.Input.Name, feed.Input.Name));
        }

        if (!kept)
            frame.Reshape(renamed.Outputs[0].Name, shape.Output, frame._after, -1, shape.Width);
        return renamed with
        {
            Initializers = [.. renamed.Initializers, .. frame._constants],
            Nodes = [.. frame._before, .. renamed.Nodes, .. frame._after],
            Inputs = [new OnnxValue(TrainerResult.FeaturesInput, OnnxType.Float, [null, shape.Features])],
            Outputs = [new OnnxValue(shape.Output, OnnxType.Float, [null, shape.Width])],
        };
    }

    // Values that have a name that the frame needs.
    private Dictionary<string, string> Moved(params (string Name, bool Stays)[] wanted) => wanted.Where(want => !want.Stays && !_taken.Add(want.Name))
        .ToDictionary(want => want.Name, want => GraphNames.Fresh($"inner/{want.Name}", _taken), StringComparer.Ordinal);

    private void Feed(HeadFeed feed, string target)
    {
        var value = TrainerResult.FeaturesInput;
        var cast = feed.Input.Type != OnnxType.Float;
        var vector = feed.Input.Shape.Count == 1;
        if (feed.Columns is { } columns)
        {
            var next = cast || vector ? GraphNames.Fresh($"{target}/columns", _taken) : target;
            Node(_before, "Gather", [value, Constant(columns)], next, ("axis", 1L));
            value = next;
        }

        if (vector)
        {
            var next = cast ? GraphNames.Fresh($"{target}/vector", _taken) : target;
            Reshape(value, next, _before, -1);
            value = next;
        }

        if (cast)
            Node(_before, "Cast", [value], target, ("to", (long)feed.Input.Type));
    }

    // Some libraries give one number a row as a vector.
    private void Reshape(string value, string made, List<OnnxNode> nodes, params long[] sizes) => Node(nodes, "Reshape", [value, Constant(sizes)], made);

    private string Constant(long[] values)
    {
        var name = GraphNames.Fresh("head/constant", _taken);
        _constants.Add(new OnnxTensor(name, Tensor.Create(values, values.Length)));
        return name;
    }

    private void Node(List<OnnxNode> nodes, string name, IReadOnlyList<string> inputs, string output, params (string Name, object Value)[] attributes) =>
        nodes.Add(new OnnxNode
        {
            Operator = name,
            Name = GraphNames.Fresh($"head/{name}", _taken),
            Inputs = inputs,
            Outputs = [output],
            Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal),
        });
}
