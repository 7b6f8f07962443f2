namespace MlOps.Build.Inference.Onnx;

/// <summary>ONNX's <c>NodeProto</c>: one operator applied to named values.</summary>
public sealed record OnnxNode
{
    /// <summary>The operator, such as <c>Concat</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>The operator's domain; empty for <c>ai.onnx</c>, or <c>ai.onnx.ml</c>.</summary>
    public string Domain { get; init; } = "";

    /// <summary>The node's name, unique in the graph; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Names of the values that it reads; an empty name is an absent optional input.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Names of the values that it makes.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>
    /// Attributes by name. Values are <c>float</c>, <c>long</c>, <c>string</c>, <see cref="OnnxTensor"/>, <c>float[]</c>,
    /// <c>long[]</c> or <c>string[]</c>.
    /// </summary>
    public IReadOnlyDictionary<string, object> Attributes { get; init; } = new Dictionary<string, object>();
}
