using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Feeds.Http;

/// <summary>Which versions a server lists: the others can be had by who knows them, and are proposed to nobody (NuGet Server API, "Package metadata").</summary>
internal sealed class Registrations(FeedHttp http, Uri root)
{
    private const int MostPages = 1_000;

    /// <summary>The listed versions; null when the server knows nothing of the package.</summary>
    public async Task<IReadOnlyList<FeedVersion>?> ListedAsync(string id, CancellationToken cancellationToken)
    {
        using var document = await http.JsonAsync(new Uri(root, $"{id.ToLowerInvariant()}/index.json"), cancellationToken).ConfigureAwait(false);
        if (document is null)
            return null;
        var listed = new List<FeedVersion>();
        var pages = Items(document.RootElement).ToList();
        if (pages.Count > MostPages)
            throw new FeedException(FeedCodes.Unfit, $"the feed '{http.Name}' sent {pages.Count} pages for {id}; {MostPages} are read. Look at its address.");
        foreach (var page in pages)
            await AddAsync(page, listed, cancellationToken).ConfigureAwait(false);
        return listed;
    }

    // A long list has its pages elsewhere.
    private async Task AddAsync(JsonElement page, List<FeedVersion> listed, CancellationToken cancellationToken)
    {
        if (page.TryGetProperty("items", out _))
        {
            listed.AddRange(Items(page).Select(Listed).OfType<FeedVersion>());
            return;
        }

        if (!page.TryGetProperty("@id", out var address) || address.ValueKind != JsonValueKind.String)
            return;
        using var document = await http.JsonAsync(new Uri(root, address.GetString()!), cancellationToken).ConfigureAwait(false);
        if (document is not null)
            listed.AddRange(Items(document.RootElement).Select(Listed).OfType<FeedVersion>());
    }

    private static IEnumerable<JsonElement> Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    // What says nothing is listed.
    private static FeedVersion? Listed(JsonElement item)
    {
        if (!item.TryGetProperty("catalogEntry", out var entry) || entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return entry.TryGetProperty("listed", out var listed) && listed.ValueKind == JsonValueKind.False ? null : FeedVersion.Parse(version.GetString()!);
    }
}
