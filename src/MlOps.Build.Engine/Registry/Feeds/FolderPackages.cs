namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>
/// Finds packages in a folder as NuGet does: <c>X.1.0.0.nupkg</c> in the folder or one folder deeper, and <c>x/1.0.0/x.1.0.0.nupkg</c>.
/// </summary>
internal static class FolderPackages
{
    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>All files that hold a version of a package, in no order.</summary>
    public static IEnumerable<FolderPackage> Of(string root, string id) =>
        Folders(root, id).SelectMany(folder => Flat(folder, id)).Concat(Expanded(root, id));

    /// <summary>True when the folder has one folder a version, which a push has to follow.</summary>
    public static bool IsExpanded(string root)
    {
        if (Directory.EnumerateFiles(root, "*.nupkg", AnyCase).Any())
            return false;
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            if (Directory.EnumerateFiles(folder, "*.nupkg", AnyCase).Any())
                return false;
            if (Directory.EnumerateDirectories(folder).Any(version => File.Exists(ExpandedFile(folder, version))))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Folders(string root, string id) =>
        Directory.EnumerateDirectories(root, id + "*", AnyCase).Prepend(root);

    private static IEnumerable<FolderPackage> Flat(string folder, string id)
    {
        foreach (var path in Directory.EnumerateFiles(folder, id + ".*.nupkg", AnyCase))
        {
            var rest = Path.GetFileNameWithoutExtension(path)[(id.Length + 1)..];
            if (FeedVersion.Parse(rest) is { } version && (!IsAmbiguous(id, rest) || (Identity(path)?.Is(id, version) ?? true)))
                yield return new FolderPackage(path, version);
        }
    }

    private static IEnumerable<FolderPackage> Expanded(string root, string id)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, id, AnyCase))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
            {
                if (FeedVersion.Parse(Path.GetFileName(inner)) is { } version && File.Exists(ExpandedFile(folder, inner)))
                    yield return new FolderPackage(ExpandedFile(folder, inner), version) { IsExpanded = true };
            }
        }
    }

    private static string ExpandedFile(string folder, string version) =>
        Path.Combine(version, $"{Path.GetFileName(folder)}.{Path.GetFileName(version)}.nupkg".ToLowerInvariant());

    // A.1.2.0.0.nupkg is A 1.2.0.0 or A.1 2.0.0: only its nuspec knows.
    private static bool IsAmbiguous(string id, string rest) =>
        id[(id.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit) || rest.Split('-', '+')[0].Count(character => character == '.') > 2;

    private static PackageIdentity? Identity(string path)
    {
        try
        {
            return PackageIdentity.Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
