using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training;

/// <summary>A learned head, from the feature matrix to the output, and how it was learned.</summary>
/// <param name="Model">The encoded ONNX graph.</param>
/// <param name="Summary">What the report says about it.</param>
internal sealed record TrainedModel(byte[] Model, TrainedModelSummary Summary);
