namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>The shape of a result, and where each of its values stands in the source.</summary>
internal sealed record StridedLayout(int[] Shape, int[] Positions);
