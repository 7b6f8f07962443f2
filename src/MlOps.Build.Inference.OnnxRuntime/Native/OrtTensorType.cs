using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>What a session declares of an input or output.</summary>
/// <param name="Element">The elements' type.</param>
/// <param name="Shape">The sizes; null is a free one.</param>
internal sealed record OrtTensorType(OnnxType Element, IReadOnlyList<long?> Shape);
