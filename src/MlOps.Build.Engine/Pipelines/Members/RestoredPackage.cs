using System.Text.Json;

namespace MlOps.Build.Engine.Pipelines.Members;

/// <summary>Finds the file of a package that restore has chosen, by <c>project.assets.json</c>.</summary>
internal static class RestoredPackage
{
    /// <summary>The package's file; null when the project does not refer to it, or it has not been restored.</summary>
    public static string? Find(string? assetsFile, string id)
    {
        if (assetsFile is null || !File.Exists(assetsFile))
            return null;
        using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        if (!assets.RootElement.TryGetProperty("libraries", out var libraries) || !assets.RootElement.TryGetProperty("packageFolders", out var folders))
            return null;
        foreach (var library in libraries.EnumerateObject())
        {
            if (library.Name.Split('/') is not [var name, var version] || !name.Equals(id, StringComparison.OrdinalIgnoreCase)
                || !library.Value.TryGetProperty("path", out var path))
            {
                continue;
            }

            var file = $"{name}.{version}.nupkg".ToLowerInvariant();
            return folders.EnumerateObject().Select(folder => Path.Combine(folder.Name, path.GetString()!, file)).FirstOrDefault(File.Exists);
        }

        return null;
    }
}
