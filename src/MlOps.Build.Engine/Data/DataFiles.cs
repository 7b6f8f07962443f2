using System.Security.Cryptography;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>Describes data files by content.</summary>
internal static class DataFiles
{
    /// <summary>Size and SHA-256 of the file's bytes, streamed.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DataFile Describe(DataSource source)
    {
        using var stream = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var hash = SHA256.HashData(stream);
        return new DataFile(source.Name, Convert.ToHexStringLower(hash), stream.Length);
    }
}
