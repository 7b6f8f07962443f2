using System.Text.Json.Nodes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The divergence of numbers in bins from expected weights, with the tails outside of the bins.</summary>
internal static class BinnedDivergence
{
    /// <param name="counts">Below the bins, in each bin, above them.</param>
    /// <param name="settings">What they are compared with.</param>
    public static Outcome Judge(long[] counts, DivergenceSettings settings)
    {
        double count = counts.Sum();
        var observed = counts.Select(single => single / count).ToList();
        var expected = Expected(settings);
        var (low, high) = settings.TailWeights is [var below, var above] ? (below, above) : (settings.TailHoldout / 2, settings.TailHoldout / 2);
        var divergence = RelativeEntropy.Of(observed, [low, .. expected, high]);
        var bins = settings.Bins!;
        return Outcome.Of(
            settings.Threshold is not { } threshold || divergence <= threshold,
            JsonValues.Number(divergence),
            new JsonObject
            {
                ["observed_partition"] = Partition(bins, observed.Skip(1).SkipLast(1), [observed[0], observed[^1]]),
                ["expected_partition"] = Partition(bins, expected, [low, high]),
            });
    }

    // Bins without weight share the weight that is held out for them.
    private static List<double> Expected(DivergenceSettings settings)
    {
        var scaled = settings.Weights.Select(weight => weight * (1 - settings.TailHoldout - settings.InternalHoldout)).ToList();
        var empty = scaled.Count(weight => weight == 0);
        return settings.InternalHoldout > 0 && empty > 0
            ? scaled.ConvertAll(weight => weight == 0 ? settings.InternalHoldout / empty : weight)
            : scaled;
    }

    private static JsonObject Partition(IEnumerable<double> bins, IEnumerable<double> weights, IEnumerable<double> tails) => new()
    {
        ["bins"] = CategoricalWeights.Weights(bins),
        ["weights"] = CategoricalWeights.Weights(weights),
        ["tail_weights"] = CategoricalWeights.Weights(tails),
    };
}
