using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Packaging.Licences;

namespace MlOps.Build.Engine.Packaging.Boms;

/// <summary>The small shapes that a CycloneDX document is made of.</summary>
internal static class SbomJson
{
    public static JsonObject Component(string type, string name, string? version)
    {
        var component = new JsonObject { ["type"] = type, ["name"] = name };
        if (version is not null)
            component["version"] = version;
        return component;
    }

    /// <summary>Adds <c>licenses</c>: an expression when it is one by SPDX, otherwise a name; nothing when nobody said.</summary>
    public static void AddLicense(JsonObject component, string? license)
    {
        if (license is null)
            return;
        component["licenses"] = new JsonArray(SpdxExpression.IsSound(license)
            ? new JsonObject { ["expression"] = license }
            : new JsonObject { ["license"] = new JsonObject { ["name"] = license } });
    }

    public static JsonArray Hashes(string sha256) => new(new JsonObject { ["alg"] = "SHA-256", ["content"] = sha256 });

    public static JsonObject Property(string name, string value) => new() { ["name"] = name, ["value"] = value };

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
