using System.Security.Cryptography;

namespace MlOps.Build.Engine.Data.Versions;

/// <summary>SHA-256, what <c>mlops.lock</c> pins contents by.</summary>
internal sealed class Sha256Hasher : IContentHasher
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
