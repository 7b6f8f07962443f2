using System.Text.Json;
using MlOps.Build.Engine.Data.Expectations.JsonSchemas;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>JSON schemas, by the official tests of draft-07 (Expected/draft7/README.md).</summary>
public sealed class JsonSchemaTests
{
    private static readonly string Folder = Judging.File("draft7");

    // Groups that need other documents, or names within a schema. Whatever else cannot be judged makes its test fail.
    private static readonly string[] Refused =
    [
        "$ref prevents a sibling $id from changing the base uri",
        "remote ref, containing refs itself",
        "Recursive references between schemas",
        "Location-independent identifier",
        "Reference an anchor with a non-relative URI",
        "Location-independent identifier with base URI change in subschema",
        "refs with relative uris and defs",
        "relative refs with absolute uris and defs",
        "$id must be resolved against nearest parent, not just immediate parent",
        "simple URN base URI with $ref via the URN",
        "URN base URI with URN and JSON pointer ref",
        "URN base URI with URN and anchor ref",
        "ref to if",
        "ref to then",
        "ref to else",
        "ref with absolute-path-reference",
    ];

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_official_tests_hold(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file + ".json")));
        var wrong = new List<string>();
        var judged = 0;
        foreach (var group in json.RootElement.EnumerateArray())
        {
            var name = group.GetProperty("description").GetString()!;
            if (JsonSchema.Read(group.GetProperty("schema"), out var fault) is not { } schema)
            {
                if (!Refused.Contains(name))
                    wrong.Add($"{name}: {fault}");
                continue;
            }

            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                judged++;
                if (schema.Allows(test.GetProperty("data").GetRawText()) != test.GetProperty("valid").GetBoolean())
                    wrong.Add($"{name}: {test.GetProperty("description").GetString()}");
            }
        }

        wrong.ShouldBeEmpty();
        judged.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("""{"$ref": "#"}""", "leads back to itself without end")]
    [InlineData("""{"definitions": {"a": {"allOf": [{"$ref": "#/definitions/b"}]}, "b": {"$ref": "#/definitions/a"}}, "$ref": "#/definitions/a"}""", "leads back to itself")]
    [InlineData("""{"$ref": "http://example.com/other.json"}""", "'$ref' 'http://example.com/other.json' leads nowhere in the schema; references to other documents are not supported")]
    [InlineData("""{"$ref": "#/definitions/none"}""", "leads nowhere")]
    [InlineData("""{"$schema": "https://json-schema.org/draft/2020-12/schema"}""", "draft-07 is judged here")]
    [InlineData("""{"properties": {"a": {"unevaluatedProperties": false}}}""", "'unevaluatedProperties' is of a later draft")]
    [InlineData("""{"properties": {"a": {"$id": "b"}}}""", "'$id' 'b' stands within the schema")]
    [InlineData("""{"minimum": "5"}""", "'minimum' is '\"5\"'; expected a number")]
    [InlineData("""{"maxLength": -1}""", "'maxLength' is '-1'; expected a whole number from 0 on")]
    [InlineData("""{"multipleOf": 0}""", "expected a number above 0")]
    [InlineData("""{"pattern": "("}""", "is no regular expression that can be used here")]
    [InlineData("""{"required": "a"}""", "'required' is '\"a\"'; expected a list of texts")]
    [InlineData("""{"properties": {"a": 5}}""", "'5' is no schema")]
    [InlineData("[]", "'[]' is no schema")]
    public void What_cannot_be_judged_is_refused(string schema, string message)
    {
        using var json = JsonDocument.Parse(schema);
        JsonSchema.Read(json.RootElement, out var fault).ShouldBeNull();
        fault.ShouldNotBeNull().ShouldContain(message);
    }

    [Fact]
    public void Damaged_schemas_are_read_or_refused()
    {
        var random = new Random(7);
        var texts = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
            .Select(group => group.GetProperty("schema").GetRawText()).ToList();
        for (var i = 0; i < 3000; i++)
        {
            var text = texts[random.Next(texts.Count)].ToCharArray();
            for (var change = random.Next(1, 5); change > 0; change--)
                text[random.Next(text.Length)] = "{}[]:,\"0123-e.#/$tfn"[random.Next(20)];
            try
            {
                using var json = JsonDocument.Parse(text);
                JsonSchema.Read(json.RootElement, out _)?.Allows("""{"foo": [1, "bar", null, {"a": 1e999}], "bar": -0.0}""");
            }
            catch (JsonException)
            {
                // The schema itself is no JSON.
            }
        }
    }

    [Fact]
    public void Values_of_a_column_are_held_against_it()
    {
        const string csv = "event,n\n\"{\"\"speed\"\": 5}\",1\n\"{\"\"speed\"\": -1}\",2\nno json,3\n,4\n";
        var result = Judging.Judge(csv, "expect_column_values_to_match_json_schema", """
            {"column": "event", "mostly": 0.3, "json_schema": {"type": "object", "required": ["speed"], "properties": {"speed": {"minimum": 0}}}}
            """);
        result.Outcome.Success.ShouldBeTrue();
        (result.Outcome.Map!.Elements, result.Outcome.Map.Missing, result.Outcome.Map.Unexpected).ShouldBe((4, 1, 2));
        result.Locations.Select(place => place.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void A_long_list_of_different_items_takes_no_pairs()
    {
        using var schema = JsonDocument.Parse("""{"uniqueItems": true}""");
        var items = "[" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"{{\"a\":{i}}}")) + "]";
        JsonSchema.Read(schema.RootElement, out _)!.Allows(items).ShouldBeTrue();
    }
}
