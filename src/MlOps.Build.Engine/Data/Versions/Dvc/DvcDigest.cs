using System.Security.Cryptography;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The MD5 of bytes and files, as 32 lower-case hexadecimal digits.</summary>
internal static class DvcDigest
{
    private const int Buffer = 1 << 18;

    public static string OfBytes(ReadOnlySpan<byte> bytes, bool legacy)
    {
        if (!legacy)
            return Convert.ToHexStringLower(MD5.HashData(bytes));
        using var hasher = new DvcHasher(legacy);
        hasher.Append(bytes);
        return hasher.Finish();
    }

    /// <summary>Reads the file once, a block at a time.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string OfFile(string path, bool legacy, CancellationToken cancellationToken)
    {
        using var hasher = new DvcHasher(legacy);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[Buffer];
        var offset = 0L;
        int count;
        while ((count = RandomAccess.Read(file, buffer, offset)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hasher.Append(buffer.AsSpan(0, count));
            offset += count;
        }

        return hasher.Finish();
    }
}
