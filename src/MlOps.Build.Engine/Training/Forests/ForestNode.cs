namespace MlOps.Build.Engine.Training.Forests;

/// <summary>A leaf that may still be divided, and where its rows are.</summary>
internal readonly record struct ForestNode(int Leaf, int Start, int Count, int Depth);
