using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Shares of counted values beside those that are expected of them.</summary>
internal sealed class CategoricalWeights
{
    private readonly List<JsonNode?> _values = [];
    private readonly List<double> _observed = [];
    private readonly List<double> _expected = [];

    /// <param name="part">The counts.</param>
    /// <param name="type">Of the values.</param>
    /// <param name="settings">What is expected: a partition with values.</param>
    public CategoricalWeights(TallyPart part, ColumnType type, DivergenceSettings settings)
    {
        var seen = part.Sorted.ToDictionary(entry => entry.Text ?? OrderKey.Text(type, entry.Key), entry => (double)entry.Count / part.Count);
        var names = settings.Values!.Select(value => NameOf(type, value)).ToList();
        var others = seen.Where(pair => !names.Contains(pair.Key)).ToList();

        // What was not expected shares the weight that is held out for it.
        var scale = others.Count > 0 ? 1 - settings.TailHoldout : 1;
        for (var i = 0; i < names.Count; i++)
        {
            var value = names[i] is { } name ? JsonValues.Of(type, name) : settings.Values![i].Text;
            Add(value, names[i] is { } known ? seen.GetValueOrDefault(known) : 0, settings.Weights[i] * scale);
        }

        foreach (var (name, share) in others)
            Add(JsonValues.Of(type, name), share, settings.TailHoldout / others.Count);
    }

    public IReadOnlyList<double> Observed => _observed;

    public IReadOnlyList<double> Expected => _expected;

    /// <summary>Both, as Great Expectations tells them.</summary>
    public JsonObject Details(IEnumerable<double> expected) => new()
    {
        ["observed_partition"] = new JsonObject { ["values"] = Copy(), ["weights"] = Weights(_observed) },
        ["expected_partition"] = new JsonObject { ["values"] = Copy(), ["weights"] = Weights(expected) },
    };

    public static JsonArray Weights(IEnumerable<double> weights) => [.. weights.Select(JsonValues.Number)];

    private void Add(JsonNode? value, double observed, double expected)
    {
        _values.Add(value);
        _observed.Add(observed);
        _expected.Add(expected);
    }

    private JsonArray Copy() => [.. _values.Select(value => value?.DeepClone())];

    private static string? NameOf(ColumnType type, Scalar value)
    {
        if (type == ColumnType.String)
            return value.Kind == ScalarKind.Text ? value.Text : null;
        return ScalarKeys.Equal(type, value) is { } key ? OrderKey.Text(type, key) : null;
    }
}
