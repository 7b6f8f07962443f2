using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Trackers.Http;

/// <summary>Asks one server, with one account. A single call asks once; <see cref="PatientlyAsync"/> asks again where that may help.</summary>
internal sealed class TrackerClient(HttpClient client, TrackerAddress address, TrackerPatience patience)
{
    private const int BytesPerSecond = 1 << 18;
    private readonly Retries _retries = new(patience.Retries);

    /// <summary>The server, without anything secret.</summary>
    public string Address => address.Shown;

    /// <summary>Runs something that may be run again from its beginning.</summary>
    /// <exception cref="TrackerException">It failed for good, or the tries are used up.</exception>
    public async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await _retries.RunAsync(Address, work, cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteException exception)
        {
            throw new TrackerException(TrackerFailure.Unavailable, exception.Message, inner: exception);
        }
    }

    /// <summary>Sends JSON once and reads JSON.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address.Below(path));
        if (body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await SendAsync(request, patience.Silence, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a file, once.</summary>
    /// <param name="target">The whole address; the account goes along only when it is this server's.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task PutAsync(Uri target, string file, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, target);
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
        var longest = patience.Silence + TimeSpan.FromSeconds((double)stream.Length / BytesPerSecond);
        request.Content = new StreamContent(stream) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        await SendAsync(request, longest, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (address.Owns(request.RequestUri!))
            request.Headers.Authorization = address.Account;
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(longest);
        try
        {
            using var response = await client.SendAsync(request, silence.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync(silence.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? Parse(body) : throw TrackerAnswer.Failure(Address, response, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientException("was silent for too long", inner: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new TransientException("cannot be reached or broke the connection", inner: exception);
        }
    }

    private JsonElement Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}" : body);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new TrackerException(TrackerFailure.Unavailable, $"'{Address}' answered something else than JSON: it may be a proxy's page. Look at the address.", inner: exception);
        }
    }
}
