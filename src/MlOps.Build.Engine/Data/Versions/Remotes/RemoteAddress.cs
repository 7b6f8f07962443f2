namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>Where a remote is.</summary>
/// <param name="Url">Its address, or the absolute path of a folder.</param>
/// <param name="Settings">What else is known of it, under DVC's names, such as <c>endpointurl</c>; never a secret.</param>
internal sealed record RemoteAddress(string Url, IReadOnlyDictionary<string, string> Settings)
{
    public RemoteAddress(string url)
        : this(url, new Dictionary<string, string>())
    {
    }

    /// <summary>The scheme in lower case; empty for a folder.</summary>
    public string Scheme => Url.IndexOf("://", StringComparison.Ordinal) is > 0 and var end ? Url[..end].ToLowerInvariant() : "";

    public string? Setting(string name) => Settings.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
