namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of training and tuning, <c>MLOPS3xxx</c>. A code is never reused.</summary>
public static class TrainingCodes
{
}
