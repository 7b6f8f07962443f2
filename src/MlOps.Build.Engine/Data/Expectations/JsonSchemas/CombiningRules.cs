namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Rules that combine schemas for one value.</summary>
internal static class CombiningRules
{
    public static void Add(SchemaKeywords keywords, SchemaNode node)
    {
        if (keywords.Nodes("allOf") is { } all)
            node.Add(all, value => all.All(schema => schema.Allows(value)));
        if (keywords.Nodes("anyOf") is { } any)
            node.Add(any, value => any.Any(schema => schema.Allows(value)));
        if (keywords.Nodes("oneOf") is { } one)
            node.Add(one, value => one.Count(schema => schema.Allows(value)) == 1);
        if (keywords.Node("not") is { } not)
            node.Add([not], value => !not.Allows(value));
        if (keywords.Node("if") is not { } condition)
            return;
        var (then, otherwise) = (keywords.Node("then"), keywords.Node("else"));
        node.Add([.. new[] { condition, then, otherwise }.OfType<SchemaNode>()], value => (condition.Allows(value) ? then : otherwise)?.Allows(value) != false);
    }
}
