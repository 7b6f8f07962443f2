namespace MlOps.Build.Engine.Pipelines.Caching;

/// <summary>What pruning did.</summary>
/// <param name="Entries">Entries removed.</param>
/// <param name="FreedBytes">Bytes freed.</param>
/// <param name="RemainingBytes">Bytes that the objects still take.</param>
internal sealed record CachePruning(int Entries, long FreedBytes, long RemainingBytes);
