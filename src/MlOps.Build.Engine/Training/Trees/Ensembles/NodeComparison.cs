namespace MlOps.Build.Engine.Training.Trees.Ensembles;

/// <summary>One comparison of an ONNX tree.</summary>
/// <param name="Mode">The operator's word for it.</param>
/// <param name="Value">What the feature is compared with.</param>
/// <param name="MissingIsTrue">Whether a missing value goes where "true" goes.</param>
internal readonly record struct NodeComparison(string Mode, float Value, bool MissingIsTrue);
