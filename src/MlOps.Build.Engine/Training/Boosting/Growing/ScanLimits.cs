namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>How integer sums are read, and what both children of a split must have.</summary>
internal readonly record struct ScanLimits
{
    public required int CountBits { get; init; }

    public required double GradientUnit { get; init; }

    public required double HessianUnit { get; init; }

    public required int MinCount { get; init; }

    public required double MinHessian { get; init; }

    public long CountMask => (1L << CountBits) - 1;
}
