using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Http;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.Azure;

/// <summary>A container of Azure Blob Storage, or a folder in it, by its REST interface.</summary>
internal sealed class BlobRemote : IRemote
{
    private readonly HttpPipeline _pipeline;
    private readonly Retries _retries;
    private readonly BlobRequests _requests;

    public BlobRemote(RemoteAddress address, BlobAccount account, Retries retries)
    {
        (_retries, Address) = (retries, address.Url.TrimEnd('/'));
        _pipeline = BlobPipeline.Create(account);
        _requests = new BlobRequests(_pipeline, account, Address[(address.Scheme.Length + "://".Length)..]);
    }

    public string Address { get; }

    public Task<RemoteObject?> FindAsync(string path, CancellationToken cancellationToken) => _retries.RunAsync(Shown(path), async token =>
    {
        using var response = await SendAsync(path, _requests.Blob(RequestMethod.Head, path), token).ConfigureAwait(false);
        if (response.Status == (int)HttpStatusCode.NotFound)
            return null;
        return Succeeded(response) ? new RemoteObject(response.Headers.ContentLengthLong, response.Headers.ETag?.ToString())
            : throw Failure(path, response);
    }, cancellationToken);

    public async Task<RemoteContent> OpenAsync(string path, long offset, CancellationToken cancellationToken)
    {
        var first = await _retries.RunAsync(Shown(path), token => GetAsync(path, offset, token), cancellationToken).ConfigureAwait(false);
        return first with { Stream = new ResumingStream(Shown(path), _retries, (from, token) => GetAsync(path, from, token), first) };
    }

    public Task PutAsync(string path, string file, CancellationToken cancellationToken) =>
        new BlobUpload(_requests, (message, token) => _retries.RunAsync(Shown(path), async inner =>
        {
            using var response = await SendAsync(path, message(), inner).ConfigureAwait(false);
            return Succeeded(response) ? true : throw Failure(path, response);
        }, token)).RunAsync(path, file, cancellationToken);

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var marker = "";
        do
        {
            var asked = marker;
            var page = await _retries.RunAsync(Address, async token =>
            {
                using var response = await SendAsync(prefix, _requests.List(prefix, asked), token).ConfigureAwait(false);
                return Succeeded(response) ? BlobPage.Read(response.ContentStream!) : throw Failure(prefix, response);
            }, cancellationToken).ConfigureAwait(false);
            foreach (var name in page.Names)
                yield return name[_requests.Prefix.Length..];
            marker = page.Marker;
        }
        while (marker.Length > 0);
    }

    public void Dispose()
    {
    }

    private async Task<RemoteContent> GetAsync(string path, long offset, CancellationToken cancellationToken)
    {
        var message = _requests.Blob(RequestMethod.Get, path);
        message.BufferResponse = false;
        if (offset > 0)
            message.Request.Headers.Add("Range", $"bytes={offset}-");
        var response = await SendAsync(path, message, cancellationToken).ConfigureAwait(false);
        if (response.Status == (int)HttpStatusCode.RequestedRangeNotSatisfiable && offset > 0)
        {
            response.Dispose();
            return await BeyondTheEndAsync(path, offset, cancellationToken).ConfigureAwait(false);
        }

        if (!Succeeded(response))
            throw Failure(path, response);
        response.Headers.TryGetValue("Content-Range", out var range);
        var parsed = ContentRangeHeaderValue.TryParse(range ?? "", out var value) ? value : null;
        var about = new RemoteObject(parsed?.Length ?? response.Headers.ContentLengthLong, response.Headers.ETag?.ToString());
        return new RemoteContent(message.ExtractResponseContent() ?? Stream.Null, parsed?.From ?? 0, about);
    }

    private async Task<RemoteContent> BeyondTheEndAsync(string path, long offset, CancellationToken cancellationToken)
    {
        var found = await FindAsync(path, cancellationToken).ConfigureAwait(false);
        return found?.Bytes == offset ? new RemoteContent(Stream.Null, offset, found)
            : await GetAsync(path, 0, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Response> SendAsync(string path, HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return message.Response;
        }
        catch (AuthenticationFailedException exception)
        {
            throw new RemoteException(
                RemoteFailure.Forbidden, $"'{Shown(path)}' needs credentials and the environment has none that work. Set them, see "
                    + $"docs/guides/data-versions.md.", exception);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or IOException)
        {
            throw new TransientException("cannot be reached", inner: exception);
        }
    }

    private static bool Succeeded(Response response) => response.Status is >= 200 and < 300;

    private Exception Failure(string path, Response response)
    {
        response.Headers.TryGetValue("x-ms-error-code", out var code);
        response.Headers.TryGetValue("Retry-After", out var wait);
        var pause = int.TryParse(wait, out var seconds) ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return HttpAnswer.Failure(Shown(path), (HttpStatusCode)response.Status, pause, code ?? "");
    }

    private string Shown(string path) => $"{Address}/{path}";
}
