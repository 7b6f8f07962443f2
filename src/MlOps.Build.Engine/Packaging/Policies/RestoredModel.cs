using System.Text.Json;

namespace MlOps.Build.Engine.Packaging.Policies;

/// <summary>A model package that restore has chosen.</summary>
/// <param name="Name">Id and version, such as <c>BirdStrikes 1.4.2</c>.</param>
/// <param name="File">The package's file; null when no package folder holds it.</param>
internal sealed record RestoredModel(string Name, string? File)
{
    /// <summary>The folder that it was unpacked into.</summary>
    public string? Folder => Path.GetDirectoryName(File);

    /// <summary>All model packages of <c>project.assets.json</c>, also those that others depend on; they are known by their manifest.</summary>
    public static IReadOnlyList<RestoredModel> Find(string assetsFile)
    {
        using var assets = JsonDocument.Parse(System.IO.File.ReadAllBytes(assetsFile));
        if (!assets.RootElement.TryGetProperty("libraries", out var libraries) || !assets.RootElement.TryGetProperty("packageFolders", out var folders))
            return [];
        var roots = folders.EnumerateObject().Select(folder => folder.Name).ToList();
        return
        [
            .. libraries.EnumerateObject().Where(library => IsModel(library.Value)).Select(library => new RestoredModel(
                library.Name.Replace('/', ' '), FileOf(roots, library.Name, library.Value.GetProperty("path").GetString()!))),
        ];
    }

    private static bool IsModel(JsonElement library) =>
        library.TryGetProperty("path", out _) && library.TryGetProperty("files", out var files)
        && files.EnumerateArray().Any(file => file.ValueEquals(PartNames.Manifest));

    private static string? FileOf(List<string> roots, string name, string path) =>
        roots.Select(root => Path.Combine(root, path, $"{name.Replace('/', '.')}.nupkg".ToLowerInvariant())).FirstOrDefault(System.IO.File.Exists);
}
