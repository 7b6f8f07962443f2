using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// Builds a stage's key: SHA-256 over named parts. Names and values are preceded by their length, so no two lists of parts give
/// the same bytes.
/// </summary>
internal sealed class StageKey : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public StageKey Add(string name, string value)
    {
        Append(name);
        Append(value);
        return this;
    }

    /// <summary>64 lower-case hexadecimal digits; the builder starts anew.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Append(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
    }
}
