namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>A value and how often it occurs.</summary>
/// <param name="Key">Of a value that is not text.</param>
/// <param name="Text">Of a text; null for other values.</param>
/// <param name="Count">At least 1.</param>
internal readonly record struct TallyEntry(long Key, string? Text, long Count);
