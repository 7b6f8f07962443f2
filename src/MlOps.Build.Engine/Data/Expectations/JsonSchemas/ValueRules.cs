using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Rules on any value, and on numbers.</summary>
internal static class ValueRules
{
    private static readonly string[] Types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    public static void Add(SchemaKeywords keywords, SchemaNode node)
    {
        if (keywords.Value("type") is { } type)
            AddType(keywords, node, type.ValueKind == JsonValueKind.Array ? keywords.Texts("type") ?? [] : [type.ValueKind == JsonValueKind.String ? type.GetString()! : type.GetRawText()]);
        if (keywords.List("enum") is { } allowed)
            node.Add(value => allowed.Any(one => JsonElement.DeepEquals(one, value)));
        if (keywords.Value("const") is { } constant)
            node.Add(value => JsonElement.DeepEquals(constant, value));
        AddLimit(keywords, node, "minimum", sign => sign >= 0);
        AddLimit(keywords, node, "exclusiveMinimum", sign => sign > 0);
        AddLimit(keywords, node, "maximum", sign => sign <= 0);
        AddLimit(keywords, node, "exclusiveMaximum", sign => sign < 0);
        if (keywords.Number("multipleOf") is not { } unit)
            return;
        if (unit.GetDouble() <= 0)
            keywords.Fail($"'multipleOf' is {unit.GetRawText()}; expected a number above 0");
        else
            node.Add(value => value.ValueKind != JsonValueKind.Number || JsonNumbers.IsMultiple(value, unit));
    }

    private static void AddType(SchemaKeywords keywords, SchemaNode node, IReadOnlyList<string> types)
    {
        if (types.FirstOrDefault(type => !Types.Contains(type)) is { } unknown)
            keywords.Fail($"'type' is {Shown.Text(unknown)}; expected one of {string.Join(", ", Types)}");
        node.Add(value => types.Any(type => Is(value, type)));
    }

    private static void AddLimit(SchemaKeywords keywords, SchemaNode node, string keyword, Func<int, bool> holds)
    {
        if (keywords.Number(keyword) is { } limit)
            node.Add(value => value.ValueKind != JsonValueKind.Number || holds(JsonNumbers.Compare(value, limit)));
    }

    private static bool Is(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Null => type == "null",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        _ => type == "number" || (type == "integer" && JsonNumbers.IsWhole(value)),
    };
}
