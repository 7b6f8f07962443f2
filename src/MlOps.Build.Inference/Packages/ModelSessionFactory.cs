namespace MlOps.Build.Inference;

/// <summary>Opens an ONNX graph; the way to run a packaged model on another back end, such as ONNX Runtime.</summary>
/// <param name="model">The bytes of the ONNX file, already verified against the manifest.</param>
/// <returns>A session that is safe for concurrent use.</returns>
public delegate IModelSession ModelSessionFactory(ReadOnlyMemory<byte> model);
