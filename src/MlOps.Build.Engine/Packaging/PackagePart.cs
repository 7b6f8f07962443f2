using System.Security.Cryptography;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging;

/// <summary>One file of a model package, in memory.</summary>
/// <param name="Path">Its path inside the package, forward slashes.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record PackagePart(string Path, byte[] Bytes)
{
    public ManifestPart Describe() => new(Path, Convert.ToHexStringLower(SHA256.HashData(Bytes)), Bytes.LongLength);
}
