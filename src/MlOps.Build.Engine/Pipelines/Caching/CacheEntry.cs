namespace MlOps.Build.Engine.Pipelines.Caching;

/// <summary>One stage's outputs in the cache.</summary>
/// <param name="Key">The stage's key.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Headline">What the stage said.</param>
/// <param name="Bytes">The size of its outputs; objects shared with other entries count in each.</param>
/// <param name="LastUsed">When it was last stored or restored, UTC.</param>
internal sealed record CacheEntry(string Key, string Stage, string Headline, long Bytes, DateTime LastUsed);
