using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Feeds.Http;

/// <summary>What a server can do, and where (NuGet Server API, "Service index").</summary>
internal sealed record ServiceIndex(Uri? Packages, Uri? Publish, Uri? Registrations)
{
    // The newest first: 3.6.0 alone lists versions that only SemVer 2.0 has.
    private static readonly string[] RegistrationTypes =
    [
        "RegistrationsBaseUrl/3.6.0", "RegistrationsBaseUrl/Versioned", "RegistrationsBaseUrl/3.4.0", "RegistrationsBaseUrl/3.0.0-rc",
        "RegistrationsBaseUrl/3.0.0-beta", "RegistrationsBaseUrl",
    ];

    public static async Task<ServiceIndex> ReadAsync(FeedHttp http, CancellationToken cancellationToken)
    {
        using var document = await http.JsonAsync(http.Index, cancellationToken).ConfigureAwait(false) ?? throw new FeedException(
            FeedCodes.NotFound, $"the feed '{http.Name}' has no service index at its address. Take the address that ends in index.json.");
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.String
            || !version.GetString()!.StartsWith("3.", StringComparison.Ordinal)
            || !root.TryGetProperty("resources", out var resources) || resources.ValueKind != JsonValueKind.Array)
        {
            throw new FeedException(
                FeedCodes.Unsupported, $"the feed '{http.Name}' sent no service index of version 3 of NuGet's protocol. Take the address that ends in index.json.");
        }

        var found = Resources(resources).ToList();
        return new ServiceIndex(
            First(http, found, "PackageBaseAddress/3.0.0"),
            First(http, found, "PackagePublish/2.0.0"),
            RegistrationTypes.Select(type => First(http, found, type)).FirstOrDefault(address => address is not null));
    }

    private static Uri? First(FeedHttp http, IEnumerable<(string Type, string Id)> resources, string type)
    {
        var id = resources.FirstOrDefault(resource => resource.Type == type).Id;
        if (id is null)
            return null;
        return Uri.TryCreate(http.Index, id.TrimEnd('/') + "/", out var address) && address.Scheme is "http" or "https" ? address : throw new FeedException(
            FeedCodes.Unsupported, $"the feed '{http.Name}' gives an address for {type} that is none. Ask whoever runs it.");
    }

    private static IEnumerable<(string Type, string Id)> Resources(JsonElement resources)
    {
        foreach (var resource in resources.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (!resource.TryGetProperty("@id", out var id) || id.ValueKind != JsonValueKind.String || !resource.TryGetProperty("@type", out var type))
                continue;
            foreach (var one in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToArray() : [type])
            {
                if (one.ValueKind == JsonValueKind.String)
                    yield return (one.GetString()!, id.GetString()!);
            }
        }
    }
}
