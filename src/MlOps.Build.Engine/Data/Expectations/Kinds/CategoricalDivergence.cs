using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The divergence of counted values from expected ones.</summary>
internal static class CategoricalDivergence
{
    public static Outcome Judge(TallyPart part, ColumnType type, DivergenceSettings settings)
    {
        var seen = part.Sorted.ToDictionary(entry => entry.Text ?? OrderKey.Text(type, entry.Key), entry => (double)entry.Count / part.Count);
        var (names, values, observed, expected) = (new List<string?>(), new List<JsonNode?>(), new List<double>(), new List<double>());
        for (var i = 0; i < settings.Values!.Count; i++)
        {
            names.Add(NameOf(type, settings.Values[i]));
            values.Add(names[i] is { } name ? JsonValues.Of(type, name) : settings.Values[i].Text);
            observed.Add(names[i] is { } known ? seen.GetValueOrDefault(known) : 0);
            expected.Add(settings.Weights[i]);
        }

        // What was not expected shares the weight that is held out for it.
        var others = seen.Where(pair => !names.Contains(pair.Key)).ToList();
        if (others.Count > 0)
            expected = expected.ConvertAll(weight => weight * (1 - settings.TailHoldout));
        foreach (var (name, share) in others)
        {
            values.Add(JsonValues.Of(type, name));
            observed.Add(share);
            expected.Add(settings.TailHoldout / others.Count);
        }

        var divergence = RelativeEntropy.Of(observed, expected);
        return Outcome.Of(
            settings.Threshold is not { } threshold || divergence <= threshold,
            JsonValues.Number(divergence),
            new JsonObject
            {
                ["observed_partition"] = new JsonObject { ["values"] = Copy(values), ["weights"] = Weights(observed) },
                ["expected_partition"] = new JsonObject { ["values"] = Copy(values), ["weights"] = Weights(expected) },
            });
    }

    public static JsonArray Weights(IEnumerable<double> weights) => [.. weights.Select(JsonValues.Number)];

    private static JsonArray Copy(IEnumerable<JsonNode?> values) => [.. values.Select(value => value?.DeepClone())];

    private static string? NameOf(ColumnType type, Scalar value)
    {
        if (type == ColumnType.String)
            return value.Kind == ScalarKind.Text ? value.Text : null;
        return ScalarKeys.Equal(type, value) is { } key ? OrderKey.Text(type, key) : null;
    }
}
