using System.Net;
using System.Net.Http.Headers;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.Http;

/// <summary>A web server. It can be read; DVC's servers also take uploads.</summary>
internal sealed class HttpRemote : IRemote
{
    private readonly HttpClient _client;
    private readonly Retries _retries;
    private readonly Uri _root;
    private readonly HttpMethod _upload;
    private readonly AuthenticationHeaderValue? _credential;

    public HttpRemote(RemoteAddress address, HttpClient client, Retries retries, Func<string, string?> variable)
    {
        _root = new Uri(address.Url.TrimEnd('/'));
        (_client, _retries) = (client, retries);
        _upload = new HttpMethod((address.Setting("method") ?? "POST").ToUpperInvariant());
        _credential = HttpCredential.Of(_root, variable);
        // A query may be a signature.
        Address = _root.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
    }

    public string Address { get; }

    public Task<RemoteObject?> FindAsync(string path, CancellationToken cancellationToken) => _retries.RunAsync(Shown(path), async token =>
    {
        using var head = Request(HttpMethod.Head, path);
        using var response = await SendAsync(head, token).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return null;
        return response.IsSuccessStatusCode ? Describe(response) : throw Failure(path, response);
    }, cancellationToken);

    public async Task<RemoteContent> OpenAsync(string path, long offset, CancellationToken cancellationToken)
    {
        var first = await _retries.RunAsync(Shown(path), token => GetAsync(path, offset, token), cancellationToken).ConfigureAwait(false);
        return first with { Stream = new ResumingStream(Shown(path), _retries, (from, token) => GetAsync(path, from, token), first) };
    }

    public Task PutAsync(string path, string file, CancellationToken cancellationToken) => _retries.RunAsync(Shown(path), async token =>
    {
        using var request = Request(_upload, path);
        request.Content = new StreamContent(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous));
        using var response = await SendAsync(request, token).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? true : throw Failure(path, response);
    }, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken) =>
        throw new RemoteException(RemoteFailure.Unsupported,
            $"'{Address}' is a web server, which cannot list what it has. Use a folder or a bucket for that.");

    // The client is shared by all remotes of the process.
    public void Dispose()
    {
    }

    private async Task<RemoteContent> GetAsync(string path, long offset, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path);
        if (offset > 0)
            request.Headers.Range = new RangeHeaderValue(offset, null);
        var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && offset > 0)
                return await BeyondTheEndAsync(path, offset, response, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw Failure(path, response);
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var from = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.From ?? 0 : 0;
            return new RemoteContent(stream, from, Describe(response));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // All is there already, or more than there should be.
    private Task<RemoteContent> BeyondTheEndAsync(string path, long offset, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var length = response.Content.Headers.ContentRange?.Length;
        return length == offset
            ? Task.FromResult(new RemoteContent(Stream.Null, offset, new RemoteObject(length, Tag(response))))
            : GetAsync(path, 0, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(_retries.Settings.Silence);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientException("did not answer", inner: exception);
        }
        catch (HttpRequestException exception)
        {
            throw new TransientException($"cannot be reached ({exception.HttpRequestError})", inner: exception);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path.Length == 0 ? _root : Below(path));
        request.Headers.Authorization = _credential;
        // Compressed on the way, offsets and sizes would mean something else.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        return request;
    }

    private Uri Below(string path) => new($"{_root.AbsoluteUri.TrimEnd('/')}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}");

    private string Shown(string path) => path.Length == 0 ? Address : $"{Address.TrimEnd('/')}/{path}";

    private Exception Failure(string path, HttpResponseMessage response) =>
        HttpAnswer.Failure(Shown(path), response.StatusCode, HttpAnswer.RetryAfter(response));

    private static RemoteObject Describe(HttpResponseMessage response) =>
        new(response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength, Tag(response));

    private static string? Tag(HttpResponseMessage response) => response.Headers.ETag?.ToString()
        ?? response.Content.Headers.LastModified?.ToString("O");
}
