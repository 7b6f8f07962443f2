using System.IO.Compression;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;

namespace MlOps.Build.Engine.Tests.Packaging;

/// <summary>Small packages, made by the code that labels real ones.</summary>
internal static class SamplePackage
{
    private static readonly byte[] Sbom = """{"metadata":{"component":{"type":"machine-learning-model","name":"Strikes"}}}"""u8.ToArray();

    /// <summary>The files of a package, by path.</summary>
    public static Dictionary<string, byte[]> Files(
        TempFolder folder, string? version = null, byte[]? model = null, string name = "Strikes", string modelVersion = "1.4.2")
    {
        var parts = new Dictionary<string, byte[]>
        {
            [PartNames.Model] = model ?? "model"u8.ToArray(),
            [PartNames.Signature] = "{}"u8.ToArray(),
            [PartNames.Sbom] = Sbom,
            ["lib/net10.0/Strikes.dll"] = "dll"u8.ToArray(),
        };
        var number = 0;
        var labelled = PackageLabel.Write(
            new PackOptions
            {
                Name = name,
                ModelVersion = modelVersion,
                PackageVersion = version,
                Files = parts.ToDictionary(pair => pair.Key, pair => folder.Write($"part{number++}", pair.Value)),
                OutputFolder = folder["labelled"],
            },
            new DiagnosticBag()).ShouldNotBeNull();
        parts[PartNames.Manifest] = File.ReadAllBytes(labelled.ManifestFile);
        parts[PartNames.Sbom] = File.ReadAllBytes(labelled.SbomFile);
        parts["Strikes.nuspec"] = "<package/>"u8.ToArray();
        return parts;
    }

    public static ModelManifest Manifest(IReadOnlyDictionary<string, byte[]> files) =>
        JsonSerializer.Deserialize(files[PartNames.Manifest], ContractsJson.Default.ModelManifest).ShouldNotBeNull();

    public static string Zip(TempFolder folder, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var path = folder["x.nupkg"];
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(bytes);
        }

        return path;
    }
}
