using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>Which model a package holds and which test rows judged it. Only two small parts are read, so that many packages cost little.</summary>
/// <param name="Model">SHA-256 of the model.</param>
/// <param name="Fingerprint">That of the test rows.</param>
internal sealed record PackedTestSet(string Model, string Fingerprint)
{
    private const int MostBytes = 16 << 20;

    /// <summary>Null when the package cannot be read or does not say.</summary>
    public static PackedTestSet? Read(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var manifest = Part(archive, PartNames.Manifest, ContractsJson.Default.ModelManifest);
            var split = Part(archive, PartNames.Split, ContractsJson.Default.SplitSummary);
            return manifest?.Parts?.FirstOrDefault(part => part?.Path == PartNames.Model)?.Sha256 is { } model && split?.TestFingerprint is { } fingerprint
                ? new PackedTestSet(model, fingerprint)
                : null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    // What comes out counts, not the size that the header claims.
    private static T? Part<T>(ZipArchive archive, string name, JsonTypeInfo<T> type)
        where T : class
    {
        if (archive.GetEntry(name) is not { } entry)
            return null;
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0 && bytes.Length <= MostBytes;)
            bytes.Write(buffer, 0, read);
        return bytes.Length > MostBytes ? null : JsonSerializer.Deserialize(bytes.ToArray(), type);
    }
}
