namespace MlOps.Build.Engine.Training.Forests;

/// <summary>A way to divide a node.</summary>
/// <param name="Score">The sum over both sides of the squared sums by weight: what is taken off the squared error around 0.</param>
/// <param name="Feature">The feature; negative for none.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="MissingLeft">Where missing values go.</param>
internal readonly record struct ForestCut(double Score, int Feature, int Bin, bool MissingLeft)
{
    public static ForestCut None => new(double.NegativeInfinity, -1, -1, false);
}
