using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>A node's attributes and constant inputs, as its kernel reads them once at load.</summary>
internal sealed class NodeInfo(OnnxNode node, long opset, IReadOnlyDictionary<string, Tensor> constants)
{
    public const string WayOut = "Run the model with the ONNX Runtime back end, or convert it without that.";

    public string Operator => node.Operator;

    public string Domain => node.Domain;

    public long Opset => opset;

    public int InputCount => node.Inputs.Count;

    public bool Has(string attribute) => node.Attributes.ContainsKey(attribute);

    public long Int(string attribute, long otherwise) => Read(attribute, otherwise);

    public int Axis(string attribute, int otherwise) => checked((int)Int(attribute, otherwise));

    public float Float(string attribute, float otherwise) => Read(attribute, otherwise);

    public string Text(string attribute, string otherwise) => Read(attribute, otherwise);

    public float[] Floats(string attribute) => Read<float[]>(attribute, []);

    public long[] Ints(string attribute) => Read<long[]>(attribute, []);

    public string[] Texts(string attribute) => Read<string[]>(attribute, []);

    public Tensor? Tensor(string attribute) => Read<OnnxTensor?>(attribute, null)?.Value;

    /// <summary>The value of an input that is a constant of the graph, or null.</summary>
    public Tensor? Constant(int input) =>
        input < node.Inputs.Count ? constants.GetValueOrDefault(node.Inputs[input]) : null;

    /// <summary>An exception that names the node.</summary>
    public InferenceException Fail(string reason, Exception? cause = null)
    {
        var message = $"Node '{node.Name}' ({(node.Domain.Length == 0 ? "" : node.Domain + ".")}{node.Operator}): {reason.TrimEnd('.')}.";
        return cause is null ? new InferenceException(message) : new InferenceException(message, cause);
    }

    private T Read<T>(string attribute, T otherwise)
    {
        if (!node.Attributes.TryGetValue(attribute, out var value))
            return otherwise;
        return value is T typed ? typed : throw Fail($"its attribute '{attribute}' is a {value.GetType().Name}, not a {typeof(T).Name}");
    }
}
