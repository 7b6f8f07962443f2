using System.Text.Json;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Reads schemas into nodes; each one that is referred to is read once. The first thing that is wrong stays in <see cref="Fault"/>.</summary>
internal sealed class SchemaReader(JsonElement root)
{
    // Of later drafts. To leave them unjudged would let pass what they refuse.
    private static readonly string[] Later =
    [
        "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef", "prefixItems", "unevaluatedItems", "unevaluatedProperties",
        "dependentRequired", "dependentSchemas", "minContains", "maxContains",
    ];

    private readonly Dictionary<string, SchemaNode> _referred = new(StringComparer.Ordinal);
    private readonly Queue<(JsonElement Schema, SchemaNode Node)> _waiting = [];
    private readonly List<SchemaNode> _nodes = [];
    private readonly List<SearchPattern> _patterns = [];

    public string? Fault { get; private set; }

    public IReadOnlyList<SchemaNode> Nodes => _nodes;

    public IReadOnlyList<SearchPattern> Patterns => _patterns;

    public void Fail(string fault) => Fault ??= fault;

    /// <summary>Reads a schema with all that stands in it.</summary>
    public SchemaNode Node(JsonElement schema)
    {
        var node = new SchemaNode();
        Fill(schema, node);
        return node;
    }

    /// <summary>Reads what was referred to.</summary>
    public void ReadReferences()
    {
        while (Fault is null && _waiting.TryDequeue(out var next))
            Fill(next.Schema, next.Node);
    }

    public SearchPattern? Pattern(string text)
    {
        if (SearchPattern.Python(text, out var fault) is { } pattern)
        {
            _patterns.Add(pattern);
            return pattern;
        }

        Fail($"the pattern {Shown.Text(text)} is no regular expression that can be used here: {fault}");
        return null;
    }

    private void Fill(JsonElement schema, SchemaNode node)
    {
        _nodes.Add(node);
        if (schema.ValueKind == JsonValueKind.False)
            node.Add(_ => false);
        else if (schema.ValueKind is not (JsonValueKind.Object or JsonValueKind.True))
            Fail($"{Shown.Text(schema.GetRawText())} is no schema");
        if (schema.ValueKind != JsonValueKind.Object || !IsOfDraft(schema))
            return;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            // Whatever stands beside a reference is not heeded in this draft.
            if (Referred(reference) is { } target)
                node.Add([target], target.Allows);
            return;
        }

        var keywords = new SchemaKeywords(schema, this);
        ValueRules.Add(keywords, node);
        TextRules.Add(keywords, node);
        ListRules.Add(keywords, node);
        ObjectRules.Add(keywords, node);
        CombiningRules.Add(keywords, node);
    }

    private bool IsOfDraft(JsonElement schema)
    {
        var draft = schema.TryGetProperty("$schema", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()!.TrimEnd('#') : null;
        if (draft is not (null or "http://json-schema.org/draft-07/schema" or "http://json-schema.org/draft-06/schema"))
            Fail($"'$schema' is {Shown.Text(draft)}; draft-07 is judged here");
        if (Array.Find(Later, keyword => schema.TryGetProperty(keyword, out _)) is { } later)
            Fail($"'{later}' is of a later draft than draft-07, which is judged here");
        if (_nodes.Count > 1 && schema.TryGetProperty("$id", out var id) && id.ValueKind == JsonValueKind.String)
            Fail($"'$id' {Shown.Text(id.GetString()!)} stands within the schema; only one at its top is supported");
        return Fault is null;
    }

    private SchemaNode? Referred(JsonElement reference)
    {
        var text = reference.ValueKind == JsonValueKind.String ? reference.GetString()! : reference.GetRawText();
        if (_referred.TryGetValue(text, out var known))
            return known;
        if (SchemaPointer.Find(root, text) is not { } schema)
        {
            Fail($"'$ref' {Shown.Text(text)} leads nowhere in the schema; references to other documents are not supported");
            return null;
        }

        var node = new SchemaNode();
        _referred.Add(text, node);
        _waiting.Enqueue((schema, node));
        return node;
    }
}
