namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>What a download turned out to be.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record FetchedContent(string Hash, long Bytes);
