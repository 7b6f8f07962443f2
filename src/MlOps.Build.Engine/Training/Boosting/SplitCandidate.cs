namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>A way to divide a leaf.</summary>
/// <param name="Gain">How much the loss falls; 0 when there is no split.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="MissingLeft">Where missing values go.</param>
/// <param name="Left">The left child's sums.</param>
internal readonly record struct SplitCandidate(double Gain, int Feature, int Bin, bool MissingLeft, LeafSums Left)
{
    public static SplitCandidate None => new(0, -1, -1, false, default);

    public bool Exists => Feature >= 0;
}
