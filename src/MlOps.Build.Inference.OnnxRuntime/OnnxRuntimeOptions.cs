namespace MlOps.Build.Inference.OnnxRuntime;

/// <summary>Which ONNX Runtime runs a model, and how.</summary>
public sealed record OnnxRuntimeOptions
{
    /// <summary>
    /// The native library (<c>libonnxruntime.so</c>, <c>onnxruntime.dll</c>, <c>libonnxruntime.dylib</c>), or a folder that holds it; null is the
    /// one that the application brings, such as that of the package <c>Microsoft.ML.OnnxRuntime</c>.
    /// </summary>
    public string? LibraryPath { get; init; }

    /// <summary>
    /// How many threads one run may use, from 1. With 1, runs that share a session give the same bits each time, and callers that predict at the
    /// same time are the parallelism.
    /// </summary>
    public int Threads { get; init; } = 1;
}
