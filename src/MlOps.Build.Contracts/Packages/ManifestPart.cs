namespace MlOps.Build.Contracts;

/// <summary>One file of a model package.</summary>
/// <param name="Path">Its path inside the package, forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ManifestPart(string Path, string Sha256, long Bytes);
