namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>What a remote says of an object.</summary>
/// <param name="Bytes">Its size; null when the remote does not say.</param>
/// <param name="Tag">What changes when the content does (an ETag); null when there is none.</param>
internal sealed record RemoteObject(long? Bytes, string? Tag);
