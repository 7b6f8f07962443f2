using System.Text.Json;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>
/// A JSON Schema of draft-07 (https://json-schema.org/draft-07/json-schema-validation), without references to other documents. <c>format</c> and
/// the keywords that describe are not judged, as the specification allows.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 900 };
    private readonly SchemaNode _root;

    private JsonSchema(SchemaNode root, IReadOnlyList<SearchPattern> patterns) => (_root, Patterns) = (root, patterns);

    /// <summary>Regular expressions in it, which may take too long for a text.</summary>
    public IReadOnlyList<SearchPattern> Patterns { get; }

    /// <summary>Null, with a fault, when it is no such schema or says what cannot be judged.</summary>
    public static JsonSchema? Read(JsonElement schema, out string? fault)
    {
        var reader = new SchemaReader(schema);
        var root = reader.Node(schema);
        reader.ReadReferences();
        fault = reader.Fault ?? (reader.Nodes.Any(node => node.IsCircular()) ? "a '$ref' leads back to itself without end" : null);
        return fault is null ? new JsonSchema(root, reader.Patterns) : null;
    }

    /// <summary>False also for a text that is no JSON.</summary>
    public bool Allows(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Allows(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public bool Allows(JsonElement value) => _root.Allows(value);
}
