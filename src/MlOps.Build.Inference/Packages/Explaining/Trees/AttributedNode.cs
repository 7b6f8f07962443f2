namespace MlOps.Build.Inference;

/// <summary>A split or a leaf of <see cref="AttributedTrees"/>.</summary>
/// <param name="Place">Where it begins among the ensemble's nodes.</param>
/// <param name="Feature">The feature that it asks for; -1 for a leaf.</param>
/// <param name="First">One child; -1 for a leaf.</param>
/// <param name="Second">The other child.</param>
internal readonly record struct AttributedNode(int Place, int Feature, int First, int Second)
{
    public bool IsLeaf => Feature < 0;
}
