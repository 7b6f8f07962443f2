namespace MlOps.Build.Inference.Onnx;

/// <summary>ONNX's <c>GraphProto</c>: nodes in topological order.</summary>
public sealed record OnnxGraph
{
    /// <summary>The graph's name.</summary>
    public required string Name { get; init; }

    /// <summary>The nodes; each reads only what stands before it.</summary>
    public required IReadOnlyList<OnnxNode> Nodes { get; init; }

    /// <summary>The inputs.</summary>
    public required IReadOnlyList<OnnxValue> Inputs { get; init; }

    /// <summary>The outputs.</summary>
    public required IReadOnlyList<OnnxValue> Outputs { get; init; }

    /// <summary>Constants by name.</summary>
    public IReadOnlyList<OnnxTensor> Initializers { get; init; } = [];
}
