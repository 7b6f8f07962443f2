namespace MlOps.Build.Feeds.Http;

/// <summary>A place for a file that nobody needs afterwards.</summary>
internal sealed class ScratchFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-feed-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "package.nupkg");

    public void Dispose() => _folder.Delete(recursive: true);
}
