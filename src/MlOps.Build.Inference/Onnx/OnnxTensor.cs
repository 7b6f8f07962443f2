namespace MlOps.Build.Inference.Onnx;

/// <summary>ONNX's <c>TensorProto</c>: a named constant.</summary>
/// <param name="Name">The constant's name.</param>
/// <param name="Value">Its value.</param>
public sealed record OnnxTensor(string Name, Tensor Value);
