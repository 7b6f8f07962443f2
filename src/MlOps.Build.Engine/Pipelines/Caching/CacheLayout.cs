namespace MlOps.Build.Engine.Pipelines.Caching;

/// <summary>Names of things in a cache folder.</summary>
internal sealed class CacheLayout(string root)
{
    public string Root { get; } = root;

    public string Objects => Path.Combine(Root, "objects");

    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Files on their way in; named after the process that writes them.</summary>
    public string Incoming => Path.Combine(Root, "incoming");

    /// <summary>Its time tells when the size was last looked at.</summary>
    public string PruneStamp => Path.Combine(Root, "pruned");

    public string Object(string sha256) => Path.Combine(Objects, sha256[..2], sha256[2..]);

    public string Manifest(string key) => Path.Combine(Keys, key[..2], key[2..] + ".json");

    public IEnumerable<FileInfo> ManifestFiles() => FilesBelow(Keys);

    public IEnumerable<FileInfo> ObjectFiles() => FilesBelow(Objects);

    private static IEnumerable<FileInfo> FilesBelow(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];
}
