using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Does the bill of materials describe this package?</summary>
internal static class SbomCheck
{
    public static void Run(ModelPackage package, PackageFindings findings)
    {
        if (package.Read(PartNames.Sbom) is not { } bytes)
            return;
        try
        {
            Check(package, JsonNode.Parse(bytes)!, findings);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException or ArgumentOutOfRangeException)
        {
            findings.Add(PackageCodes.SbomMismatch, $"'{PartNames.Sbom}' is no CycloneDX document. {PackageFindings.WayOut}");
        }
    }

    private static void Check(ModelPackage package, JsonNode sbom, PackageFindings findings)
    {
        var manifest = package.Manifest;
        var component = sbom["metadata"]!["component"]!;
        Compare("bomFormat", Text(sbom["bomFormat"]), "CycloneDX");
        Compare("specVersion", Text(sbom["specVersion"]), "1.6");
        Compare("model's version", Text(component["version"]), manifest.Version);
        Compare("purl", Text(component["purl"]), $"pkg:nuget/{Uri.EscapeDataString(manifest.Name)}@{Uri.EscapeDataString(manifest.Version ?? "")}");
        Compare("model's SHA-256", Hash(component), manifest.Parts.FirstOrDefault(part => part.Path == PartNames.Model)?.Sha256);
        Compare("model's licence", License(component), manifest.License);
        var data = sbom["components"]!.AsArray().Where(entry => Text(entry!["type"]) == "data").Select(entry => entry!).ToList();
        var files = package.Read(PartNames.Data, ContractsJson.Default.DataSummary)?.Files ?? [];
        Compare("data", string.Join(", ", data.Select(entry => $"{Text(entry["name"])} {Hash(entry)}")), string.Join(", ", files.Select(file => $"{file.Path} {file.Sha256}")));
        foreach (var entry in data)
            Compare($"licence of '{Text(entry["name"])}'", License(entry), manifest.DataLicense);

        void Compare(string what, string? actual, string? expected)
        {
            if (actual == expected)
                return;
            findings.Add(
                PackageCodes.SbomMismatch,
                $"'{PartNames.Sbom}': the {what} is '{ArchiveText.Shown(actual ?? "")}', the package's '{ArchiveText.Shown(expected ?? "")}'. {PackageFindings.WayOut}");
        }
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static string? Hash(JsonNode component) => Text(component["hashes"]?[0]?["content"]);

    private static string? License(JsonNode component) =>
        component["licenses"]?[0] is { } choice ? Text(choice["expression"]) ?? Text(choice["license"]?["name"]) : null;
}
