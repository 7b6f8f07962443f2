using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>An unexpected row.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Texts">Its value, or its values in the columns that the expectation looks at; null where missing.</param>
internal readonly record struct KeptRow(RowPlace Place, string?[] Texts);
