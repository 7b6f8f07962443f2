namespace MlOps.Build.Engine.Tests;

/// <summary>Files of the checkout that the tests were built from.</summary>
internal static class RepositoryFile
{
    public static string At(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MlOps.Build.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return Path.Combine([folder.FullName, .. parts]);
    }
}
