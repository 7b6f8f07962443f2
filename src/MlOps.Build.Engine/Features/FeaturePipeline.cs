using MlOps.Build.Contracts;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features;

/// <summary>What the features stage leaves: the graph from raw columns to features, and what it takes and does.</summary>
internal sealed record FeaturePipeline
{
    /// <summary>Raw columns as <see cref="Signature"/> says; one output <c>features</c>, <c>float32 [N, F]</c>.</summary>
    public required OnnxModel Preprocessing { get; init; }

    public required ModelSignature Signature { get; init; }

    public required FeatureSummary Summary { get; init; }
}
