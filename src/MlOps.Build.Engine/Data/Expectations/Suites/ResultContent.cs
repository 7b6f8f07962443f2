using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Expectations.Kinds;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>What stands below <c>result</c>, as much as the format wants.</summary>
internal static class ResultContent
{
    private const int Partial = 20;

    public static JsonObject Of(ExpectationResult result, ResultFormat format)
    {
        var content = new JsonObject();
        if (format == ResultFormat.BooleanOnly || result.Outcome.Fault is not null)
            return content;
        if (result.Outcome.HasObserved)
            content["observed_value"] = result.IsSensitive ? "(sensitive)" : result.Outcome.Observed?.DeepClone();
        if (result.Outcome.Details is { } details && !result.IsSensitive)
            content["details"] = details.DeepClone();
        if (result.Outcome.Map is { } map)
            AddMap(content, map, result, format);
        return content;
    }

    private static void AddMap(JsonObject content, MapCounts map, ExpectationResult result, ResultFormat format)
    {
        var partial = map.Rows.Take(Partial).ToList();
        content["element_count"] = map.Elements;
        content["unexpected_count"] = map.Unexpected;
        content["unexpected_percent"] = Percent(map.Unexpected, map.Elements - map.Missing);
        if (!result.IsSensitive)
            content["partial_unexpected_list"] = Values(map, partial);
        AddMissing(content, map);
        if (format == ResultFormat.Basic)
            return;
        if (!result.IsSensitive)
            content["partial_unexpected_counts"] = Counts(map, map.Rows);
        content["partial_unexpected_index_list"] = Indices(result, partial.Count);
        if (format == ResultFormat.Summary)
            return;
        if (!result.IsSensitive)
            content["unexpected_list"] = Values(map, map.Rows);
        content["unexpected_index_list"] = Indices(result, map.Rows.Count);
    }

    private static void AddMissing(JsonObject content, MapCounts map)
    {
        if (!map.TellsMissing)
            return;
        content["missing_count"] = map.Missing;
        content["missing_percent"] = Percent(map.Missing, map.Elements);
        content["unexpected_percent_total"] = Percent(map.Unexpected, map.Elements);
        content["unexpected_percent_nonmissing"] = Percent(map.Unexpected, map.Elements - map.Missing);
    }

    private static JsonNode? Percent(long part, long whole) => whole == 0 ? null : JsonValues.Number((double)part / whole * 100);

    private static JsonArray Indices(ExpectationResult result, int count) =>
        [.. result.Locations.Take(count).Select(location => (JsonNode)location.Row)];

    private static JsonArray Values(MapCounts map, IEnumerable<KeptRow> rows) => [.. rows.Select(row => Value(map, row))];

    private static JsonNode? Value(MapCounts map, KeptRow row)
    {
        var values = row.Texts.Select((text, index) => JsonValues.Of(map.Columns[index].Type, text)).ToList();
        return map.Shape switch
        {
            RowShape.Value => values[0],
            RowShape.Pair => new JsonArray([.. values]),
            // A list may name a column twice; its values are the same.
            _ => new JsonObject(values.Select((value, index) => KeyValuePair.Create(map.Columns[index].Name, value)).DistinctBy(pair => pair.Key)),
        };
    }

    private static JsonArray Counts(MapCounts map, IEnumerable<KeptRow> rows)
    {
        var groups = rows
            .Select((row, order) => (row, order))
            .GroupBy(pair => string.Join('\0', pair.row.Texts.Select(text => text is null ? "n" : "t" + text)), StringComparer.Ordinal)
            .Select(group => (First: group.First(), Count: group.Count()))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.First.order)
            .Take(Partial)
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.First.row, RowOrder.Of(map.Columns));
        return [.. groups.Select(group => (JsonNode)new JsonObject { ["value"] = Value(map, group.First.row), ["count"] = group.Count })];
    }
}
