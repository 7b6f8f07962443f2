namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of gates, <c>MLOPS4xxx</c>. A code is never reused.</summary>
public static class GateCodes
{
}
