namespace MlOps.Build.Engine.Checks.Reproducibility;

/// <summary>How a training in another process compares with the model of the build.</summary>
/// <param name="Variant">What was different.</param>
/// <param name="FirstDifference">The first byte that differs, from 0; null when none does.</param>
/// <param name="Failure">Why there is no second model, in words; null when there is one.</param>
internal sealed record TrainingComparison(TrainingVariant Variant, long? FirstDifference, string? Failure)
{
    public bool IsSame => FirstDifference is null && Failure is null;
}
