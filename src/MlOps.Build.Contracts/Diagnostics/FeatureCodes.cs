namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of features and splits, <c>MLOPS2xxx</c>. A code is never reused.</summary>
public static class FeatureCodes
{
}
