using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Formats.Columnar;

namespace MlOps.Build.Engine.Data.Folders;

/// <summary>Which files of a folder are data.</summary>
internal static class DataEndings
{
    private static readonly string[] Text = [".csv", ".tsv", ".tab", ".jsonl", ".ndjson"];

    /// <summary>As people read them.</summary>
    public static string Shown => string.Join(", ", [.. Text, ".parquet", ".pq"]);

    /// <summary>
    /// True for a name with the ending of a format, also behind that of a compression, known or not; names that begin with a point or an underscore are the
    /// tools' own, as for Hive.
    /// </summary>
    public static bool Are(string name)
    {
        if (name is ['.' or '_', ..])
            return false;
        var inner = PackedFile.Inner(name) ?? (PackedFile.Unsupported(name) is { } ending ? name[..^ending.Length] : name);
        return ColumnFiles.Is(inner) || Array.Exists(Text, ending => inner.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
