namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>A category's rows in a leaf.</summary>
/// <param name="Bin">The category's bin.</param>
/// <param name="Sums">The sums of its rows.</param>
/// <param name="Order">Its gradient over its smoothed hessian.</param>
internal readonly record struct CategorySum(int Bin, LeafSums Sums, double Order);
