using System.Text.Json;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Rules on texts; lengths are in code points.</summary>
internal static class TextRules
{
    public static void Add(SchemaKeywords keywords, SchemaNode node)
    {
        if (keywords.Count("minLength") is { } least)
            node.Add(value => value.ValueKind != JsonValueKind.String || CodePoints.Length(value.GetString()!) >= least);
        if (keywords.Count("maxLength") is { } most)
            node.Add(value => value.ValueKind != JsonValueKind.String || CodePoints.Length(value.GetString()!) <= most);
        if (keywords.Value("pattern") is not { } text)
            return;
        if (text.ValueKind != JsonValueKind.String)
            keywords.Fail($"'pattern' is {Shown.Text(text.GetRawText())}; expected a text");
        else if (keywords.Pattern(text.GetString()!) is { } pattern)
            node.Add(value => value.ValueKind != JsonValueKind.String || pattern.Found(value.GetString()!));
    }
}
