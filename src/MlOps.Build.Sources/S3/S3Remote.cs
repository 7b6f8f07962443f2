using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.S3;

/// <summary>A bucket of S3, MinIO or Google Cloud Storage (by its S3-compatible interface), or a folder in it.</summary>
internal sealed class S3Remote : IRemote
{
    private readonly AmazonS3Client _client;
    private readonly Retries _retries;
    private readonly string _bucket;
    private readonly string _prefix;

    public S3Remote(RemoteAddress address, AmazonS3Client client, Retries retries)
    {
        (_client, _retries, Address) = (client, retries, address.Url.TrimEnd('/'));
        var rest = Address[(address.Scheme.Length + "://".Length)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        (_bucket, _prefix) = slash < 0 ? (rest, "") : (rest[..slash], rest[(slash + 1)..].Trim('/') + "/");
    }

    public string Address { get; }

    public Task<RemoteObject?> FindAsync(string path, CancellationToken cancellationToken) => RunAsync(path, async token =>
    {
        try
        {
            var found = await _client.GetObjectMetadataAsync(_bucket, _prefix + path, token).ConfigureAwait(false);
            return new RemoteObject(found.ContentLength, found.ETag);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }, cancellationToken);

    public async Task<RemoteContent> OpenAsync(string path, long offset, CancellationToken cancellationToken)
    {
        var first = await RunAsync(path, token => GetAsync(path, offset, token), cancellationToken).ConfigureAwait(false);
        return first with
        {
            Stream = new ResumingStream(Shown(path), _retries,
            (from, token) => TryAsync(path, inner => GetAsync(path, from, inner), token), first)
        };
    }

    public Task PutAsync(string path, string file, CancellationToken cancellationToken) => RunAsync(path, async token =>
    {
        using var transfer = new TransferUtility(_client);
        await transfer.UploadAsync(file, _bucket, _prefix + path, token).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = _prefix + prefix, ContinuationToken = next };
            var page = await RunAsync(prefix, token => _client.ListObjectsV2Async(request, token), cancellationToken).ConfigureAwait(false);
            foreach (var item in page.S3Objects ?? [])
                yield return item.Key[_prefix.Length..];
            next = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next is not null);
    }

    public void Dispose() => _client.Dispose();

    private async Task<RemoteContent> GetAsync(string path, long offset, CancellationToken cancellationToken, bool ranged = false)
    {
        var request = new GetObjectRequest { BucketName = _bucket, Key = _prefix + path };
        if (offset > 0 || ranged)
            request.ByteRange = new ByteRange(string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-"));
        try
        {
            var response = await _client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
            var (from, total) = Range(response.ContentRange, response.ContentLength);
            return new RemoteContent(response.ResponseStream, from, new RemoteObject(total, response.ETag));
        }
        catch (ArgumentException) when (!ranged && offset == 0)
        {
            // The client takes every ETag for an MD5, which only Amazon says that it is; of a part it cannot check one.
            return await GetAsync(path, 0, cancellationToken, ranged: true).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw new RemoteException(
                RemoteFailure.Unavailable, $"'{Shown(path)}' has an ETag that is no MD5, which the client of S3 cannot read. Reach the bucket by HTTP.", exception);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && ranged)
        {
            // An empty object has no first byte.
            return new RemoteContent(Stream.Null, 0, new RemoteObject(0, null));
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && offset > 0)
        {
            var found = await _client.GetObjectMetadataAsync(_bucket, _prefix + path, cancellationToken).ConfigureAwait(false);
            return found.ContentLength == offset
                ? new RemoteContent(Stream.Null, offset, new RemoteObject(offset, found.ETag))
                : await GetAsync(path, 0, cancellationToken).ConfigureAwait(false);
        }
    }

    // "bytes 5-9/10"
    private static (long From, long Total) Range(string? range, long length)
    {
        if (System.Net.Http.Headers.ContentRangeHeaderValue.TryParse(range ?? "", out var parsed) && parsed is { From: { } from, Length: { } total })
            return (from, total);
        return (0, length);
    }

    private Task<T> RunAsync<T>(string path, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _retries.RunAsync(Shown(path), token => TryAsync(path, work, token), cancellationToken);

    private async Task<T> TryAsync<T>(string path, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (S3Answer.Knows(exception))
        {
            throw S3Answer.Failure(Shown(path), exception);
        }
    }

    private string Shown(string path) => $"{Address}/{path}";
}
