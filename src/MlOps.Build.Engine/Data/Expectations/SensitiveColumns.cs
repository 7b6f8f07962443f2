using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Finds out whose values an expectation would show.</summary>
internal static class SensitiveColumns
{
    private static readonly string[] Keys = ["column", "column_A", "column_B", "column_list"];

    public static bool Concern(Expectation expectation, IReadOnlySet<string> sensitive) =>
        sensitive.Count > 0 && Keys.SelectMany(key => Names(expectation.Kwargs, key)).Any(sensitive.Contains);

    private static IEnumerable<string> Names(JsonElement kwargs, string key)
    {
        if (!kwargs.TryGetProperty(key, out var value))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
            _ => [],
        };
    }
}
