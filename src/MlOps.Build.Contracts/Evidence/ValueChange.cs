namespace MlOps.Build.Contracts;

/// <summary>A value that changed.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Before">The earlier value; null when it was missing.</param>
/// <param name="After">The later value; null when it is missing.</param>
public sealed record ValueChange(string Column, string? Before = null, string? After = null);
