namespace MlOps.Build.Engine.Registry.Promotion.Consumers;

/// <summary>How the packed model did in an application that was made for it.</summary>
/// <param name="Outputs">Row-major, as <see cref="Inference.PackagedModel.Run(Inference.ModelInputs)"/> gives them.</param>
/// <param name="Measures">What the application measured.</param>
internal sealed record ConsumerResult(float[] Outputs, ConsumerMeasures Measures);
