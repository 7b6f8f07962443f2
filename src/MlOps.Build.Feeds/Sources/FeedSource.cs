using System.Net.Http.Headers;

namespace MlOps.Build.Feeds.Sources;

/// <summary>A feed as NuGet is configured for it. No record, lest its text show what is secret.</summary>
internal sealed class FeedSource(string name)
{
    /// <summary>The name, or the address without what may be secret.</summary>
    public string Name { get; } = name;

    /// <summary>The service index; null for a folder.</summary>
    public Uri? Address { get; init; }

    /// <summary>The folder; null for a server.</summary>
    public string? Folder { get; init; }

    /// <summary>What reads and writes are made with; null for an open feed.</summary>
    public AuthenticationHeaderValue? Credential { get; init; }

    /// <summary>What a push is made with; null when there is none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>True when somebody said that plain HTTP will do.</summary>
    public bool AllowsPlainHttp { get; init; }
}
