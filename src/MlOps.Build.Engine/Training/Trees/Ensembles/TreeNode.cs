namespace MlOps.Build.Engine.Training.Trees.Ensembles;

/// <summary>An inner node: rows whose bin of the feature is one of <paramref name="LeftBins"/> go left.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Bin">The last value bin that goes left.</param>
/// <param name="MissingLeft">Where missing values go.</param>
/// <param name="LeftBins">All bins that go left, that of missing values among them.</param>
/// <param name="Left">The left child.</param>
/// <param name="Right">The right child.</param>
/// <param name="Gain">How much the split lowers what the trainer minimises, on its training rows.</param>
internal readonly record struct TreeNode(int Feature, int Bin, bool MissingLeft, BinSet LeftBins, int Left, int Right, double Gain)
{
    public TreeNode WithChild(int old, int child) => Left == old ? this with { Left = child } : this with { Right = child };
}
