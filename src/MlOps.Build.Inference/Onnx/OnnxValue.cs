namespace MlOps.Build.Inference.Onnx;

/// <summary>ONNX's <c>ValueInfoProto</c> of a tensor: a name, a type and a shape.</summary>
/// <param name="Name">The value's name.</param>
/// <param name="Type">The element type.</param>
/// <param name="Shape">The dimensions; null is a free one, written as <c>N</c>.</param>
public sealed record OnnxValue(string Name, OnnxType Type, IReadOnlyList<long?> Shape);
