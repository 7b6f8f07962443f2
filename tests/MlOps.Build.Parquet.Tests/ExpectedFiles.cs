using System.Text.Json;

namespace MlOps.Build.Parquet.Tests;

/// <summary>What other readers said of the files in Files; tests/parquet/write.mjs wrote both.</summary>
internal static class ExpectedFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Files");

    private static readonly Lazy<IReadOnlyList<ExpectedFile>> Files = new(Load);

    public static IReadOnlyList<ExpectedFile> All => Files.Value;

    public static string PathOf(string file) => Path.Combine(Folder, file);

    private static IReadOnlyList<ExpectedFile> Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf("expected.json")));
        return [.. document.RootElement.GetProperty("files").EnumerateArray().Select(ReadFile)];
    }

    private static ExpectedFile ReadFile(JsonElement file) => new(
        file.GetProperty("file").GetString()!,
        file.GetProperty("rows").GetInt64(),
        [.. file.GetProperty("groups").EnumerateArray().Select(group => group.GetInt32())],
        [.. file.GetProperty("columns").EnumerateArray().Select(ReadColumn)]);

    private static ExpectedColumn ReadColumn(JsonElement column) => new(
        column.GetProperty("name").GetString()!,
        column.GetProperty("kind").GetString()!,
        column.GetProperty("missing").GetInt64(),
        [.. column.GetProperty("first").EnumerateArray().Select(line => line.GetString()!)],
        column.GetProperty("sha256").GetString()!);
}
