using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Evidence;

namespace MlOps.Build.Engine.Tests.Reporting.Schemas;

/// <summary>The schema of <c>evidence.json</c> and of <c>profile.json</c>, made from the records that they are written from and read into.</summary>
internal sealed class EvidenceSchema(JsonTypeInfo record, string name, int format)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, JsonNode> _definitions = new(StringComparer.Ordinal);
    private readonly TypeDocumentation _documentation = new(typeof(ModelEvidence).Assembly);

    /// <summary>The published file of the format that this kit writes.</summary>
    public static string File { get; } = FilePath("evidence", ModelEvidence.CurrentFormat);

    public static string Text => Of(EvidenceJson.Reading, "evidence", ModelEvidence.CurrentFormat);

    /// <summary>The published file of the profile's format that this kit writes.</summary>
    public static string ProfileFile { get; } = FilePath("profile", DataProfile.CurrentFormat);

    public static string ProfileText => Of(ContractsJson.Default.DataProfile, "profile", DataProfile.CurrentFormat);

    private static string Of(JsonTypeInfo record, string name, int format) => new EvidenceSchema(record, name, format).Make().ToJsonString(Written) + "\n";

    private JsonObject Make()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        var root = record.GetJsonSchemaAsNode(options).AsObject();
        root["properties"]!["format"] = new JsonObject
        {
            ["description"] = _documentation.Of(record.Type, "format"),
            ["const"] = format,
        };
        var required = new JsonArray(["format", .. root["required"]!.AsArray().Select(name => name!.DeepClone())]);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:mlops-build:{name}-{format}",
            ["title"] = $"{name}.json of MlOps.Build, format {format}",
            ["description"] = _documentation.Of(record.Type),
            ["type"] = "object",
            ["properties"] = root["properties"]!.DeepClone(),
            ["required"] = required,
            ["$defs"] = new JsonObject(_definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };
    }

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var made = schema switch
        {
            JsonObject node when node.ContainsKey("properties") && !context.Path.IsEmpty => Refer(type, node),
            JsonObject node when node.ContainsKey("$ref") => new JsonObject { ["$ref"] = "#/$defs/" + type.Name },
            JsonObject when type == typeof(double) => Refer("number", context.TypeInfo.Type != type, Number()),
            _ => schema,
        };
        if (context.PropertyInfo is not { } property || made is not JsonObject described || _documentation.Of(property.DeclaringType, property.Name) is not { } text)
            return made;
        described.Insert(0, "description", text);
        return described;
    }

    // Each record stands once, so that a generator of code makes one type of it.
    private JsonObject Refer(Type type, JsonObject node)
    {
        var nullable = node["type"] is JsonArray;
        node["type"] = "object";
        if (_documentation.Of(type) is { } text)
            node.Insert(0, "description", text);
        return Refer(type.Name, nullable, node);
    }

    private static JsonObject Number() => new()
    {
        ["description"] = "A number; JSON has none of the three that are written as text.",
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["enum"] = new JsonArray("NaN", "Infinity", "-Infinity") }),
    };

    private JsonObject Refer(string name, bool nullable, JsonObject definition)
    {
        _definitions.TryAdd(name, definition.DeepClone());
        var reference = new JsonObject { ["$ref"] = "#/$defs/" + name };
        return nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static string FilePath(string name, int format) => RepositoryFile.At("docs", "schemas", $"{name}-{format}.schema.json");
}
