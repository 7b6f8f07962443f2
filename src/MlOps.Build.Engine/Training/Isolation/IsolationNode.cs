namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>A split or a leaf.</summary>
/// <param name="Feature">The feature that is compared; -1 for a leaf.</param>
/// <param name="Threshold">Rows at most this go left.</param>
/// <param name="Left">The left child.</param>
/// <param name="Right">The right child.</param>
/// <param name="PathLength">Of a leaf.</param>
internal readonly record struct IsolationNode(int Feature, float Threshold, int Left, int Right, double PathLength);
