namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>What a measure says of two samples.</summary>
/// <param name="Score">A p-value, 0 to 1, or a distance, 0 or more.</param>
/// <param name="Statistic">The statistic behind a p-value; null for distances.</param>
internal readonly record struct DriftScore(double Score, double? Statistic = null);
