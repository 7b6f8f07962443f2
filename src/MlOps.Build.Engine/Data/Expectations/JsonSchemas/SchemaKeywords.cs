using System.Text.Json;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>The keywords of one schema. One that has not the form which the draft wants is a fault.</summary>
internal sealed class SchemaKeywords(JsonElement schema, SchemaReader reader)
{
    public JsonElement? Value(string keyword) => schema.TryGetProperty(keyword, out var value) ? value : null;

    public JsonElement? Number(string keyword) => Of(keyword, value => value.ValueKind == JsonValueKind.Number, "a number");

    /// <summary>A number of signs, items or members.</summary>
    public long? Count(string keyword) => Of(keyword, IsCount, "a whole number from 0 on") is { } value ? (long)value.GetDouble() : null;

    public bool Flag(string keyword) =>
        Of(keyword, value => value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false") is { ValueKind: JsonValueKind.True };

    public IReadOnlyList<string>? Texts(string keyword) =>
        Of(keyword, IsTexts, "a list of texts") is { } list ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : null;

    public IReadOnlyList<JsonElement>? List(string keyword) =>
        Of(keyword, value => value.ValueKind == JsonValueKind.Array, "a list") is { } list ? [.. list.EnumerateArray()] : null;

    public SchemaNode? Node(string keyword) => Value(keyword) is { } value ? reader.Node(value) : null;

    public IReadOnlyList<SchemaNode>? Nodes(string keyword) =>
        Of(keyword, value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0, "a list of schemas") is { } list
            ? [.. list.EnumerateArray().Select(reader.Node)]
            : null;

    /// <summary>The members of an object, in its order.</summary>
    public IReadOnlyList<JsonProperty> Members(string keyword) =>
        Of(keyword, value => value.ValueKind == JsonValueKind.Object, "an object") is { } members ? [.. members.EnumerateObject()] : [];

    public SchemaNode Read(JsonElement value) => reader.Node(value);

    public SearchPattern? Pattern(string text) => reader.Pattern(text);

    public void Fail(string fault) => reader.Fail(fault);

    private static bool IsCount(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and < 1e15 and var count && count == Math.Floor(count);

    private static bool IsTexts(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);

    private JsonElement? Of(string keyword, Func<JsonElement, bool> isSound, string expected)
    {
        if (Value(keyword) is not { } value)
            return null;
        if (isSound(value))
            return value;
        reader.Fail($"'{keyword}' is {Shown.Text(value.GetRawText())}; expected {expected}");
        return null;
    }
}
