using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;

namespace MlOps.Build.MLNet;

/// <summary>ML.NET's own file of a model. Its bytes differ from run to run, as zip entries carry times; what the entries hold does not.</summary>
public static class ModelZip
{
    /// <summary>SHA-256 over names and contents of the entries, in ordinal order of their names; hexadecimal.</summary>
    public static string Hash(MLContext ml, ITransformer model, DataViewSchema schema)
    {
        ArgumentNullException.ThrowIfNull(ml);
        using var stream = new MemoryStream();
        ml.Model.Save(model, schema, stream);
        stream.Position = 0;
        return Hash(stream);
    }

    /// <summary>The same of a file that was saved before.</summary>
    public static string Hash(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var content = entry.Open();
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.FullName.Replace('\\', '/')}\n"));
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
