namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>A file of a folder that holds a version of a package.</summary>
internal sealed record FolderPackage(string Path, FeedVersion Version)
{
    /// <summary>The file with the package's hash, which the layout with a folder a version has.</summary>
    public string HashFile => Path + ".sha512";

    /// <summary>True when a folder of its own holds the version.</summary>
    public bool IsExpanded { get; init; }
}
