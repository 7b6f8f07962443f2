using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Finds out which columns an expectation looks at.</summary>
internal static class NamedColumns
{
    /// <summary>The arguments that name columns.</summary>
    public static readonly IReadOnlyList<string> Keys = ["column", "column_A", "column_B", "column_list"];

    /// <summary>True when it looks at one of the columns.</summary>
    public static bool Concern(Expectation expectation, IReadOnlySet<string> columns) =>
        columns.Count > 0 && Keys.SelectMany(key => Names(expectation.Kwargs, key)).Any(columns.Contains);

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
