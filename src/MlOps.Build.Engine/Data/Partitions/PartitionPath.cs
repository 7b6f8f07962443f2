using System.Collections.Immutable;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>
/// The values that the folders above a file give to all of its rows: <c>year=2024/month=01/part-0.parquet</c>, as Hive, Spark and DuckDB lay tables out.
/// </summary>
internal static class PartitionPath
{
    /// <summary>What Hive writes for a missing value.</summary>
    public const string Missing = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>Keys and values in the order of the folders; a value is null where it is missing.</summary>
    public static ImmutableArray<(string Key, string? Value)> Of(string name)
    {
        var folders = name.Split('/')[..^1];
        return [.. folders.Where(IsKey).Select(folder => folder.Split('=')).Select(parts => (Decoded(parts[0]), Value(parts[1])))];
    }

    private static bool IsKey(string folder) => folder.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && folder.LastIndexOf('=') == at;

    private static string? Value(string text) =>
        text == Missing || text.Equals("NULL", StringComparison.OrdinalIgnoreCase) ? null : Decoded(text);

    // What is no escape of UTF-8 stays as it stands.
    private static string Decoded(string text) => Uri.UnescapeDataString(text);
}
