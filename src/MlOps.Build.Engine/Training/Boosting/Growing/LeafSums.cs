namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>Integer sums of a set of rows, laid out as a histogram's cells are.</summary>
/// <param name="Gradient">Sum of quantised gradients.</param>
/// <param name="HessianAndCount">Sum of quantised hessians in the upper bits, number of rows in the lower ones.</param>
internal readonly record struct LeafSums(long Gradient, long HessianAndCount)
{
    public static LeafSums operator +(LeafSums left, LeafSums right) =>
        new(left.Gradient + right.Gradient, left.HessianAndCount + right.HessianAndCount);

    public static LeafSums operator -(LeafSums left, LeafSums right) =>
        new(left.Gradient - right.Gradient, left.HessianAndCount - right.HessianAndCount);
}
