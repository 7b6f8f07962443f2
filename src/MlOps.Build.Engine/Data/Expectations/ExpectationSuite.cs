using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Expectations under a name, as Great Expectations keeps them in a JSON file.</summary>
internal sealed record ExpectationSuite
{
    public required string Name { get; init; }

    public required IReadOnlyList<Expectation> Expectations { get; init; }

    /// <summary>Values for <c>{"$PARAMETER": "name"}</c>, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>();

    public JsonElement? Meta { get; init; }

    /// <summary>Every other key as it stood.</summary>
    public IReadOnlyDictionary<string, JsonElement> Others { get; init; } = new Dictionary<string, JsonElement>();
}
