using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlOps.Build.Engine.Packaging.Boms;

/// <summary>The version fields of an SBOM: <c>metadata.component.version</c> and its <c>purl</c>.</summary>
internal static class SbomVersion
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>The document as bytes; the same for the same content.</summary>
    public static byte[] Write(JsonObject sbom)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
            sbom.WriteTo(writer);
        return bytes.ToArray();
    }

    /// <summary>The SBOM without its version fields; a text that is no SBOM stays as it is.</summary>
    public static byte[] Remove(byte[] sbom) => Change(sbom, component =>
    {
        component.Remove("version");
        component.Remove("purl");
    });

    /// <summary>The SBOM of another version of the same package.</summary>
    public static byte[] Set(byte[] sbom, string name, string version) => Change(sbom, component =>
    {
        component["version"] = version;
        component["purl"] = $"pkg:nuget/{Uri.EscapeDataString(name)}@{Uri.EscapeDataString(version)}";
    });

    private static byte[] Change(byte[] sbom, Action<JsonObject> change)
    {
        try
        {
            if (JsonNode.Parse(sbom) is not JsonObject root || root["metadata"]?["component"] is not JsonObject component)
                return sbom;
            change(component);
            return Write(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return sbom;
        }
    }
}
