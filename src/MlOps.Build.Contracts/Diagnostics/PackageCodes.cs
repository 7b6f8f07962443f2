namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of packaging and registry, <c>MLOPS5xxx</c>. A code is never reused.</summary>
public static class PackageCodes
{
}
