namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>A metric of two packages, each on its own test rows.</summary>
/// <param name="Name">The metric's name in expressions.</param>
/// <param name="Before">The first package's value; null when it has none.</param>
/// <param name="After">The second package's value; null when it has none.</param>
internal sealed record MetricChange(string Name, double? Before, double? After)
{
    /// <summary>After minus before; null when one is missing.</summary>
    public double? Difference => After - Before;
}
