using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>One of the two comparisons.</summary>
/// <param name="Key">Its key in the contract.</param>
/// <param name="Limits">What a column says of it.</param>
/// <param name="Files">The data to compare with; empty when there are none.</param>
internal sealed record Comparator(string Key, Func<ColumnSchema, DistanceLimits?> Limits, IReadOnlyList<DataSource> Files);
