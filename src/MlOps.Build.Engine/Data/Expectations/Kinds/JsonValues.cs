using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Values as JSON.</summary>
internal static class JsonValues
{
    /// <summary>A number; null where JSON has none.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonNode.Parse(Shown.Number(value)) : null;

    public static JsonNode? Of(ColumnType type, long key) => Of(type, OrderKey.Text(type, key));

    public static JsonNode? Of(ColumnType type, TallyEntry entry) => entry.Text is { } text ? JsonValue.Create(text) : Of(type, entry.Key);

    /// <summary>A value as CSV has it: numbers and booleans without quotes.</summary>
    public static JsonNode? Of(ColumnType type, string? text) => (type, text) switch
    {
        (_, null) => null,
        (ColumnType.String or ColumnType.Date or ColumnType.Timestamp, _) => JsonValue.Create(text),
        _ => JsonNode.Parse(text),
    };

    public static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];
}
