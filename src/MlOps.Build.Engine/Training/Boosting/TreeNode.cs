namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>An inner node: rows whose bin of the feature is at most <paramref name="Bin"/> go left.</summary>
internal readonly record struct TreeNode(int Feature, int Bin, bool MissingLeft, int Left, int Right)
{
    public TreeNode WithChild(int old, int child) => Left == old ? this with { Left = child } : this with { Right = child };
}
