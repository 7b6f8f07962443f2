using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Rules on lists.</summary>
internal static class ListRules
{
    public static void Add(SchemaKeywords keywords, SchemaNode node)
    {
        AddItems(keywords, node);
        if (keywords.Count("minItems") is { } least)
            Add(node, list => list.GetArrayLength() >= least);
        if (keywords.Count("maxItems") is { } most)
            Add(node, list => list.GetArrayLength() <= most);
        if (keywords.Flag("uniqueItems"))
            Add(node, AreDifferent);
        if (keywords.Node("contains") is { } contained)
            Add(node, list => list.EnumerateArray().Any(contained.Allows));
    }

    // One schema for all items, or one for each of the first and another for the rest.
    private static void AddItems(SchemaKeywords keywords, SchemaNode node)
    {
        if (keywords.Value("items") is not { } items)
            return;
        if (items.ValueKind != JsonValueKind.Array)
        {
            var each = keywords.Read(items);
            Add(node, list => list.EnumerateArray().All(each.Allows));
            return;
        }

        var (first, rest) = (items.EnumerateArray().Select(keywords.Read).ToList(), keywords.Node("additionalItems"));
        Add(node, list =>
        {
            var at = 0;
            foreach (var item in list.EnumerateArray())
            {
                if ((at < first.Count ? first[at] : rest)?.Allows(item) == false)
                    return false;
                at++;
            }

            return true;
        });
    }

    private static void Add(SchemaNode node, Func<JsonElement, bool> test) => node.Add(value => value.ValueKind != JsonValueKind.Array || test(value));

    // Items that may be equal have equal keys, so that long lists are not compared pair by pair.
    private static bool AreDifferent(JsonElement list)
    {
        var seen = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            var key = Key(item);
            if (!seen.TryGetValue(key, out var alike))
                seen.Add(key, [item]);
            else if (alike.Exists(other => JsonElement.DeepEquals(other, item)))
                return false;
            else
                alike.Add(item);
        }

        return true;
    }

    private static string Key(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => "text " + item.GetString(),
        JsonValueKind.Number => "number " + Shown.Number(item.GetDouble() + 0.0),
        JsonValueKind.Array => $"list {item.GetArrayLength()} {string.Concat(item.EnumerateArray().Take(4).Select(Key))}",
        JsonValueKind.Object => "object " + string.Concat(item.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}={Key(member.Value)};")),
        var kind => kind.ToString(),
    };
}
