namespace MlOps.Build.Contracts;

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Count">The number of rows that hold it.</param>
public sealed record ValueCount(string Value, long Count);
