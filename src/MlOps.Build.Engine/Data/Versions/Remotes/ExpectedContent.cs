namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>What a download has to turn out to be.</summary>
/// <param name="Hash">Its hash, lower-case hexadecimal digits; null accepts whatever comes.</param>
/// <param name="Bytes">Its size; null when nobody wrote it down.</param>
/// <param name="Hasher">Makes what computes the hash.</param>
internal sealed record ExpectedContent(string? Hash, long? Bytes, Func<IContentHasher> Hasher);
