using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Rules on objects.</summary>
internal static class ObjectRules
{
    public static void Add(SchemaKeywords keywords, SchemaNode node)
    {
        AddMembers(keywords, node);
        if (keywords.Texts("required") is { } required)
            Add(node, value => required.All(name => value.TryGetProperty(name, out _)));
        if (keywords.Count("minProperties") is { } least)
            Add(node, value => value.EnumerateObject().Count() >= least);
        if (keywords.Count("maxProperties") is { } most)
            Add(node, value => value.EnumerateObject().Count() <= most);
        if (keywords.Node("propertyNames") is { } names)
            Add(node, value => value.EnumerateObject().All(member => names.Allows(JsonSerializer.SerializeToElement(member.Name, NamesJson.Default.String))));
        foreach (var dependency in keywords.Members("dependencies"))
            AddDependency(keywords, node, dependency);
    }

    private static void AddMembers(SchemaKeywords keywords, SchemaNode node)
    {
        var named = keywords.Members("properties").DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => keywords.Read(member.Value), StringComparer.Ordinal);
        var patterns = keywords.Members("patternProperties").Select(member => (Pattern: keywords.Pattern(member.Name), Node: keywords.Read(member.Value))).ToList();
        var rest = keywords.Node("additionalProperties");
        if (named.Count + patterns.Count == 0 && rest is null)
            return;
        Add(node, value =>
        {
            foreach (var member in value.EnumerateObject())
            {
                var isNamed = named.TryGetValue(member.Name, out var own);
                if (own?.Allows(member.Value) == false)
                    return false;
                foreach (var (pattern, schema) in patterns)
                {
                    if (pattern?.Found(member.Name) != true)
                        continue;
                    isNamed = true;
                    if (!schema.Allows(member.Value))
                        return false;
                }

                if (!isNamed && rest?.Allows(member.Value) == false)
                    return false;
            }

            return true;
        });
    }

    // A list of members that must be there too, or a schema for the object.
    private static void AddDependency(SchemaKeywords keywords, SchemaNode node, JsonProperty dependency)
    {
        if (dependency.Value.ValueKind != JsonValueKind.Array)
        {
            var schema = keywords.Read(dependency.Value);
            node.Add([schema], value => value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(dependency.Name, out _) || schema.Allows(value));
            return;
        }

        var others = dependency.Value.EnumerateArray().ToList();
        if (others.Exists(other => other.ValueKind != JsonValueKind.String))
            keywords.Fail($"'dependencies' of {Shown.Text(dependency.Name)} is no list of texts");
        else
            Add(node, value => !value.TryGetProperty(dependency.Name, out _) || others.TrueForAll(other => value.TryGetProperty(other.GetString()!, out _)));
    }

    private static void Add(SchemaNode node, Func<JsonElement, bool> test) => node.Add(value => value.ValueKind != JsonValueKind.Object || test(value));
}
