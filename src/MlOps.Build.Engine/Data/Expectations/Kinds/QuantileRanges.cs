using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Reads <c>quantile_ranges</c>: <c>{"quantiles": [0.5], "value_ranges": [[1, null]]}</c>.</summary>
internal static class QuantileRanges
{
    public static IReadOnlyList<QuantileRange> Of(CheckRequest request)
    {
        if (request.Value("quantile_ranges") is { ValueKind: JsonValueKind.Object } given
            && Numbers(given, "quantiles") is { Count: > 0 } quantiles
            && given.TryGetProperty("value_ranges", out var ranges)
            && ranges.ValueKind == JsonValueKind.Array
            && ranges.GetArrayLength() == quantiles.Count
            && ranges.EnumerateArray().All(IsRange)
            && quantiles.TrueForAll(quantile => quantile is >= 0 and <= 1))
        {
            return [.. quantiles.Select((quantile, index) => new QuantileRange(
                quantile, Limit(ranges[index][0], double.NegativeInfinity), Limit(ranges[index][1], double.PositiveInfinity)))];
        }

        request.Fail("'quantile_ranges' is no object with 'quantiles' (numbers from 0 to 1) and as many 'value_ranges' (pairs of a number or null).");
        return [];
    }

    private static List<double>? Numbers(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number)
            ? [.. list.EnumerateArray().Select(item => item.GetDouble())]
            : null;

    private static bool IsRange(JsonElement range) => range.ValueKind == JsonValueKind.Array && range.GetArrayLength() == 2
        && range.EnumerateArray().All(limit => limit.ValueKind is JsonValueKind.Number or JsonValueKind.Null);

    private static double Limit(JsonElement limit, double standard) => limit.ValueKind == JsonValueKind.Number ? limit.GetDouble() : standard;
}
