using MlOps.Build.Engine.Data.Versions.Locks;

namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>The address of one object as a remote and a path in it.</summary>
internal static class RemoteLocation
{
    /// <summary>The remote and the path; a web address is a remote of its own, whose query belongs to it, as is a file that holds a query, and the path is empty.</summary>
    public static (RemoteAddress Remote, string Path) Split(string url)
    {
        if (QuerySource.Is(url))
            return (QuerySource.Remote(url), "");
        var address = new RemoteAddress(url);
        if (address.Scheme is "http" or "https")
            return (address, "");
        var slash = url.LastIndexOf('/');
        if (address.Scheme.Length == 0 && OperatingSystem.IsWindows())
            slash = Math.Max(slash, url.LastIndexOf('\\'));
        var root = slash == 0 ? url[..1] : url[..Math.Max(slash, 0)];
        return (new RemoteAddress(root), url[(slash + 1)..]);
    }
}
