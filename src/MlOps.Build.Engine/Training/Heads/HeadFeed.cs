using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>An input of a graph and what it reads.</summary>
/// <param name="Input">The input as the graph declares it.</param>
/// <param name="Columns">Columns of the feature matrix, in the input's order; null is the whole matrix.</param>
internal sealed record HeadFeed(OnnxValue Input, long[]? Columns);
