namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Rows whose keys lie next to one another.</summary>
/// <param name="Low">The lowest of their keys.</param>
/// <param name="High">The highest of them.</param>
/// <param name="Rows">At least 1.</param>
internal readonly record struct KeySpan(long Low, long High, long Rows);
