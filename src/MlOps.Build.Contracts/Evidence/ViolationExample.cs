namespace MlOps.Build.Contracts;

/// <summary>One row that breaks a rule.</summary>
/// <param name="File">The data file.</param>
/// <param name="Line">1-based line where the row starts.</param>
/// <param name="Field">1-based field in the row; 0 when the whole row is meant.</param>
/// <param name="Value">The value as read; null when it is missing or the column is sensitive.</param>
public sealed record ViolationExample(string File, int Line, int Field, string? Value);
