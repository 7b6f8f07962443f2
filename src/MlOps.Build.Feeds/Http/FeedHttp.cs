using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Feeds.Sources;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Feeds.Http;

/// <summary>
/// Talks to one feed. Its credentials go to the origin of its service index alone, never along with a redirect to another, and its key only
/// where a push goes.
/// </summary>
internal sealed class FeedHttp(FeedSource source, Uri index, Retries retries)
{
    private const int MostJson = 64 << 20;
    private const int MostRedirects = 10;

    // One for the process. Redirects are followed here, since the client would take the key of a push along.
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        // Servers turn clients away that are too old for them: the one whose requests these are.
        DefaultRequestHeaders = { { "User-Agent", "MlOps.Build" }, { "X-NuGet-Client-Version", "7.9.0" } },
    };

    public string Name => source.Name;

    public Uri Index => index;

    public string? ApiKey => source.ApiKey;

    public Retries Retries => retries;

    /// <summary>A document; null when it is not there.</summary>
    public Task<JsonDocument?> JsonAsync(Uri address, CancellationToken cancellationToken) => retries.RunAsync(Name, async token =>
    {
        using var response = await GetAsync(address, 0, token).ConfigureAwait(false);
        if (FeedAnswer.IsMissing(response))
            return null;
        if (!response.IsSuccessStatusCode)
            throw FeedAnswer.Failure(Name, "reading", response);
        using var stream = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        return await ParseAsync(stream, token).ConfigureAwait(false);
    }, cancellationToken);

    /// <summary>Opens a file from an offset on; null when it is not there.</summary>
    public async Task<RemoteContent?> OpenAsync(Uri address, long offset, CancellationToken cancellationToken)
    {
        var response = await GetAsync(address, offset, cancellationToken).ConfigureAwait(false);
        if (FeedAnswer.IsMissing(response))
        {
            response.Dispose();
            return null;
        }

        if (!response.IsSuccessStatusCode)
        {
            using (response)
                throw FeedAnswer.Failure(Name, "a download", response);
        }

        var range = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange : null;
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new RemoteContent(
            stream, range?.From ?? 0, new RemoteObject(range?.Length ?? response.Content.Headers.ContentLength, response.Headers.ETag?.ToString()));
    }

    /// <summary>Sends what changes the feed: again only when the server has certainly not taken it, and to no other place than named.</summary>
    public Task<HttpResponseMessage> ChangeAsync(Func<HttpRequestMessage> create, TimeSpan patience, CancellationToken cancellationToken) =>
        retries.RunAsync(Name, async token =>
        {
            using var request = create();
            Authorize(request);
            if (ApiKey is { } key && !request.Headers.TryAddWithoutValidation("X-NuGet-ApiKey", Checked(key)))
                throw new FeedException(FeedCodes.Forbidden, $"the key for the feed '{Name}' cannot be sent. Set MLOPS_FEED_KEY anew.");
            var response = await SendAsync(request, patience, isSafe: false, token).ConfigureAwait(false);
            if (FeedAnswer.IsBusy(response))
            {
                using (response)
                    throw FeedAnswer.Busy(response);
            }

            return !FeedAnswer.IsRedirect(response) ? response : throw new FeedException(
                FeedCodes.Unsupported, $"the feed '{Name}' sends a push on to {Host(response)}, which gets no key from here. Name that server's own service index.");
        }, cancellationToken);

    private async Task<HttpResponseMessage> GetAsync(Uri address, long offset, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            Authorize(request);
            if (offset > 0)
                request.Headers.Range = new RangeHeaderValue(offset, null);
            // Compressed on the way, offsets and sizes would mean something else.
            if (!address.AbsolutePath.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
            var response = await SendAsync(request, retries.Settings.Silence, isSafe: true, cancellationToken).ConfigureAwait(false);
            if (!FeedAnswer.IsRedirect(response))
                return response;
            using (response)
            {
                address = redirects < MostRedirects && response.Headers.Location is { } next ? new Uri(address, next) : throw new FeedException(
                    FeedCodes.Unavailable, $"the feed '{Name}' redirects without end. Look at its address.");
            }
        }
    }

    private void Authorize(HttpRequestMessage request)
    {
        var address = request.RequestUri!;
        var isPlain = address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback;
        if (address.Scheme is not ("http" or "https") || (isPlain && !(source.AllowsPlainHttp && index.Scheme == Uri.UriSchemeHttp)))
        {
            throw new FeedException(
                FeedCodes.Unsupported, $"the feed '{Name}' uses plain HTTP at {address.Host}. Use https, or set allowInsecureConnections at the source in nuget.config.");
        }

        if (Uri.Compare(address, index, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0)
            request.Headers.Authorization = source.Credential;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TimeSpan patience, bool isSafe, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(patience);
        try
        {
            return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw isSafe ? new TransientException("did not answer", inner: exception) : Unknown("did not answer", exception);
        }
        catch (HttpRequestException exception)
        {
            var isUnsent = exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            throw isSafe || isUnsent
                ? new TransientException($"cannot be reached ({exception.HttpRequestError})", inner: exception)
                : Unknown($"broke off ({exception.HttpRequestError})", exception);
        }
    }

    private async Task<JsonDocument> ParseAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(retries.Settings.Silence);
        using var bytes = new MemoryStream();
        try
        {
            var buffer = new byte[1 << 16];
            for (int count; (count = await stream.ReadAsync(buffer, silence.Token).ConfigureAwait(false)) > 0;)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > MostJson)
                    throw new FeedException(FeedCodes.Unfit, $"the feed '{Name}' sent a list of more than {MostJson} bytes. Look at its address.");
            }

            bytes.Position = 0;
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException exception)
        {
            throw new FeedException(
                FeedCodes.Unsupported, $"the feed '{Name}' sent no JSON where the protocol has it. Take the address of its service index, which ends in index.json.", exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            throw new TransientException("broke the connection", inner: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientException("was silent for too long", inner: exception);
        }
    }

    // A header with a line break would be two, and the exception would show the key.
    private string Checked(string key) => key.All(character => character is > ' ' and <= '~') ? key : throw new FeedException(
        FeedCodes.Forbidden, $"the key for the feed '{Name}' holds a character that no key has. Set MLOPS_FEED_KEY anew.");

    private FeedException Unknown(string what, Exception exception) => new(
        FeedCodes.Unavailable, $"the feed '{Name}' {what} while it was changed, and may have taken it. Run the same again: equal bytes count as done.", exception);

    private static string Host(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } location ? $"'{location.Host}'" : "another place";
}
