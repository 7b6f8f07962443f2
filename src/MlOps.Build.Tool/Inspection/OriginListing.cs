using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Tool.Inspection;

/// <summary>Under which terms, by whom, from which commit; and every file with its hash.</summary>
internal static class OriginListing
{
    public static void ShowLicences(Listing listing, ModelManifest manifest)
    {
        listing.Row("licence", manifest.License ?? "none given");
        listing.Row("licence", $"of the data: {manifest.DataLicense ?? "none given"}");
    }

    public static void ShowEnvelope(Listing listing, ModelPackage package)
    {
        if (package.ReadEnvelope() is not { } envelope)
        {
            listing.Row("envelope", "none");
            return;
        }

        foreach (var (name, value) in new[]
            { ("commit", envelope.Commit), ("ref", envelope.Ref), ("repository", envelope.Repository), ("run", envelope.Run), ("actor", envelope.Actor), ("time", envelope.Time),
              ("framework", envelope.Framework), ("system", envelope.OperatingSystem), ("architecture", envelope.Architecture) })
        {
            if (value is not null)
                listing.Row("envelope", $"{name} {value}");
        }
    }

    public static void ShowFrameworks(Listing listing, ModelManifest manifest)
    {
        var frameworks = manifest.Parts.Select(part => part.Path.Split('/'))
            .Where(path => path is ["lib", _, ..])
            .Select(path => path[1])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        listing.Row("framework", frameworks.Count > 0 ? string.Join(", ", frameworks) : "none");
    }

    public static void ShowBom(Listing listing, JsonNode? bom)
    {
        if (bom is not JsonObject document || document["specVersion"] is not { } version)
            return;
        var components = (document["components"] as JsonArray)?.Count ?? 0;
        listing.Row("bom", $"CycloneDX {version}: the model{(components == 0 ? "" : components == 1 ? " and 1 component" : $" and {Listing.Count(components)} components")}");
    }

    public static void ShowFiles(Listing listing, ModelManifest manifest)
    {
        var width = manifest.Parts.Max(part => part.Path.Length);
        foreach (var part in manifest.Parts)
            listing.Row("file", $"{part.Path.PadRight(width)} {Listing.Count(part.Bytes),12} {part.Sha256}");
    }
}
