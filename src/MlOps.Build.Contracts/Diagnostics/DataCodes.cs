namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of data, <c>MLOPS1xxx</c>. A code is never reused.</summary>
public static class DataCodes
{
}
