using System.Collections.Concurrent;
using System.Security;
using System.Text;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Tool.Tests;

/// <summary>
/// One container as the Blob service's REST interface has it: Put Blob, Get Blob, Get Blob Properties and List Blobs, which gives a page and a marker. Who
/// does not sign with the account's key is refused.
/// </summary>
internal sealed class FakeBlobs(string account, string container)
{
    public const int PageSize = 100;

    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    /// <summary>By their names.</summary>
    public ConcurrentDictionary<string, byte[]> Blobs => _blobs;

    public FakeAnswer Answer(FakeRequest request)
    {
        if (!request.Headers.GetValueOrDefault("authorization", "").StartsWith($"SharedKey {account}:", StringComparison.Ordinal))
            return Refuse(403, "AuthenticationFailed");
        var address = new Uri("http://container" + request.Path);
        var query = address.Query.TrimStart('?').Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[^1]));
        if (query.GetValueOrDefault("comp") == "list")
            return address.AbsolutePath == $"/{container}" ? List(query["prefix"], query.GetValueOrDefault("marker", "")) : Refuse(404, "ContainerNotFound");
        var name = Uri.UnescapeDataString(address.AbsolutePath)[$"/{container}/".Length..];
        if (request.Method == "PUT")
            return Put(name, request);
        return _blobs.TryGetValue(name, out var body) ? FakeAnswer.Ranged(request, body, $"\"{body.Length}\"") : Refuse(404, "BlobNotFound");
    }

    private FakeAnswer Put(string name, FakeRequest request)
    {
        if (request.Headers.GetValueOrDefault("x-ms-blob-type") != "BlockBlob")
            return Refuse(400, "MissingRequiredHeader");
        _blobs[name] = request.Body;
        return new FakeAnswer(201, []);
    }

    // In the order of names; a marker is the first name of the next page.
    private FakeAnswer List(string prefix, string marker)
    {
        var names = _blobs.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(name, marker) >= 0)
            .Order(StringComparer.Ordinal).Take(PageSize + 1).ToList();
        var items = string.Concat(names.Take(PageSize).Select(name => $"<Blob><Name>{SecurityElement.Escape(name)}</Name></Blob>"));
        var next = names.Count > PageSize ? names[^1] : "";
        return new FakeAnswer(200, Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ContainerName=\"{container}\"><Blobs>{items}</Blobs><NextMarker>{next}</NextMarker></EnumerationResults>"));
    }

    private static FakeAnswer Refuse(int status, string code) => new(status, [], $"x-ms-error-code: {code}");
}
