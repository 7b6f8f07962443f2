using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MlOps.Build.Sources.Azure;

/// <summary>Requests of the Blob service's REST interface, for one container.</summary>
internal sealed class BlobRequests
{
    private readonly HttpPipeline _pipeline;
    private readonly BlobAccount _account;
    private readonly string _container;

    /// <param name="pipeline">What sends them.</param>
    /// <param name="account">The account.</param>
    /// <param name="place">The container, and a folder in it.</param>
    public BlobRequests(HttpPipeline pipeline, BlobAccount account, string place)
    {
        (_pipeline, _account) = (pipeline, account);
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        (_container, Prefix) = slash < 0 ? (place, "") : (place[..slash], place[(slash + 1)..].Trim('/') + "/");
    }

    /// <summary>What all names begin with: empty, or a folder with its slash.</summary>
    public string Prefix { get; }

    public HttpMessage Blob(RequestMethod method, string path, string query = "")
    {
        var name = string.Join('/', (Prefix + path).Split('/').Select(Uri.EscapeDataString));
        return Create(method, $"{_account.Endpoint.AbsoluteUri.TrimEnd('/')}/{_container}/{name}", query);
    }

    public HttpMessage List(string prefix, string marker)
    {
        var query = $"restype=container&comp=list&prefix={Uri.EscapeDataString(Prefix + prefix)}";
        var next = marker.Length > 0 ? $"&marker={Uri.EscapeDataString(marker)}" : "";
        return Create(RequestMethod.Get, $"{_account.Endpoint.AbsoluteUri.TrimEnd('/')}/{_container}", query + next);
    }

    private HttpMessage Create(RequestMethod method, string address, string query)
    {
        var message = _pipeline.CreateMessage();
        var full = string.Join('&', new[] { query, _account.Signature }.Where(part => !string.IsNullOrEmpty(part)));
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(full.Length > 0 ? $"{address}?{full}" : address));
        message.Request.Headers.Add("x-ms-version", BlobPipeline.Version);
        message.Request.Headers.Add("x-ms-date", DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        return message;
    }
}
