using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Feeds.Http;

/// <summary>A server that speaks version 3 of NuGet's protocol (NuGet Server API).</summary>
internal sealed class HttpFeed(FeedHttp http) : IPackageFeed
{
    private ServiceIndex? _index;

    public string Name => http.Name;

    public Task<IReadOnlyList<string>> VersionsAsync(string id, CancellationToken cancellationToken) => Guarded<IReadOnlyList<string>>(id, async () =>
    {
        using var document = await http.JsonAsync(await PackagesAsync($"{id.ToLowerInvariant()}/index.json", cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        if (document is null || !document.RootElement.TryGetProperty("versions", out var versions) || versions.ValueKind != JsonValueKind.Array)
            return [];
        return Sorted(versions.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => FeedVersion.Parse(item.GetString()!)));
    });

    public Task<IReadOnlyList<string>> ListedVersionsAsync(string id, CancellationToken cancellationToken) => Guarded(id, async () =>
    {
        var index = await IndexAsync(cancellationToken).ConfigureAwait(false);
        var listed = index.Registrations is { } root
            ? await new Registrations(http, root).ListedAsync(id, cancellationToken).ConfigureAwait(false)
            : null;
        return listed is null ? await VersionsAsync(id, cancellationToken).ConfigureAwait(false) : Sorted(listed);
    });

    public Task<bool> DownloadAsync(string id, string version, string file, CancellationToken cancellationToken) =>
        Guarded(id, () => FetchAsync(id, FeedRequest.Version(Name, version), file, cancellationToken));

    public Task<PushOutcome> PushAsync(string file, string id, string version, CancellationToken cancellationToken) => Guarded(id, async () =>
    {
        var identity = FeedRequest.Pushable(file, id, version);
        // Some servers replace a version; none of them is asked to.
        if (await HeldAsync(identity, file, cancellationToken).ConfigureAwait(false) is { } held)
            return held;
        var publish = await PublishAsync("", cancellationToken).ConfigureAwait(false);
        using var response = await http.ChangeAsync(() => Upload(publish, file), Patience(file), cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return PushOutcome.Pushed;
        if (response.StatusCode != HttpStatusCode.Conflict)
            throw Final("a push", response);
        return await HeldAsync(identity, file, cancellationToken).ConfigureAwait(false) ?? throw new FeedException(
            FeedCodes.Unavailable, $"the feed '{Name}' has {id} {version}, and does not hand it out yet. Run the same again when it does.");
    });

    public Task<bool> RemoveAsync(string id, string version, string sha256, CancellationToken cancellationToken) => Guarded(id, async () =>
    {
        var wanted = FeedRequest.Version(Name, version);
        using var copy = new ScratchFile();
        if (!await FetchAsync(id, wanted, copy.Path, cancellationToken).ConfigureAwait(false)
            || !string.Equals(Convert.ToHexString(Hash(copy.Path)), sha256, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var address = await PublishAsync($"{id}/{wanted.Normalized}", cancellationToken).ConfigureAwait(false);
        using var response = await http.ChangeAsync(() => new HttpRequestMessage(HttpMethod.Delete, address), http.Retries.Settings.Silence, cancellationToken)
            .ConfigureAwait(false);
        return response.IsSuccessStatusCode || (FeedAnswer.IsMissing(response) ? false : throw Final("a removal", response));
    });

    private async Task<bool> FetchAsync(string id, FeedVersion version, string file, CancellationToken cancellationToken)
    {
        var (name, number) = (id.ToLowerInvariant(), version.Lower);
        var address = await PackagesAsync($"{name}/{number}/{name}.{number}.nupkg", cancellationToken).ConfigureAwait(false);
        var first = await http.Retries.RunAsync(Name, token => http.OpenAsync(address, 0, token), cancellationToken).ConfigureAwait(false);
        if (first is null)
            return false;
        using var stream = new ResumingStream(Name, http.Retries, async (from, token) =>
            await http.OpenAsync(address, from, token).ConfigureAwait(false) ?? throw new TransientException("does not have the file any more"), first);
        await new IncomingPackage(Name, id, version) { Bytes = first.Object.Bytes }.SaveAsync(stream, file, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<PushOutcome?> HeldAsync(PackageIdentity identity, string file, CancellationToken cancellationToken)
    {
        using var copy = new ScratchFile();
        if (!await FetchAsync(identity.Id, identity.Version, copy.Path, cancellationToken).ConfigureAwait(false))
            return null;
        return Hash(copy.Path).AsSpan().SequenceEqual(Hash(file)) ? PushOutcome.AlreadyThere : PushOutcome.Conflict;
    }

    private async Task<ServiceIndex> IndexAsync(CancellationToken cancellationToken) =>
        _index ??= await ServiceIndex.ReadAsync(http, cancellationToken).ConfigureAwait(false);

    private async Task<Uri> PackagesAsync(string path, CancellationToken cancellationToken) => new(
        (await IndexAsync(cancellationToken).ConfigureAwait(false)).Packages ?? throw Lacks("PackageBaseAddress/3.0.0", "read"), path);

    private async Task<Uri> PublishAsync(string path, CancellationToken cancellationToken) => new(
        (await IndexAsync(cancellationToken).ConfigureAwait(false)).Publish ?? throw Lacks("PackagePublish/2.0.0", "push"), path);

    private FeedException Lacks(string resource, string purpose) => new(
        FeedCodes.Unsupported, $"the feed '{Name}' has no {resource}, which is needed to {purpose}. Name another feed for that.");

    // The parts have the names that NuGet's own client gives them.
    private static HttpRequestMessage Upload(Uri address, string file)
    {
        var package = new StreamContent(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous));
        package.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new MultipartFormDataContent { { package, "package", "package.nupkg" } } };
        request.Headers.TransferEncodingChunked = true;
        return request;
    }

    // Ten times the silence that a read may have, and as long as 100 kB/s take.
    private TimeSpan Patience(string file) => (http.Retries.Settings.Silence * 10) + TimeSpan.FromSeconds(new FileInfo(file).Length / 100_000.0);

    // An answer that another try might mend is final here: nobody knows what the server has done.
    private Exception Final(string what, HttpResponseMessage response) => FeedAnswer.Failure(Name, what, response) is FeedException exception
        ? exception
        : new FeedException(
            FeedCodes.Unavailable,
            $"the feed '{Name}' answered {(int)response.StatusCode} to {what}, and may have taken it. Run the same again: equal bytes count as done.");

    private static IReadOnlyList<string> Sorted(IEnumerable<FeedVersion?> versions) =>
        [.. versions.OfType<FeedVersion>().Distinct().Order().Select(version => version.Normalized)];

    private static byte[] Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }

    private async Task<T> Guarded<T>(string id, Func<Task<T>> work)
    {
        FeedRequest.CheckId(Name, id);
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (RemoteException exception)
        {
            var what = exception.InnerException is TransientException transient ? transient.Message : "broke off";
            throw new FeedException(
                FeedCodes.Unavailable, $"the feed '{Name}' {what}, however often it was asked. Run the same again when it answers.", exception);
        }
    }
}
