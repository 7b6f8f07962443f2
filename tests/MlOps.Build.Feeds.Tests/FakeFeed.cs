using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Feeds.Tests;

/// <summary>A server of version 3 of NuGet's protocol on a free port of this machine, which keeps packages in memory and writes down all that it is asked.</summary>
internal sealed class FakeFeed : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private int _count;

    private FakeFeed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    /// <summary>Packages by <c>id/version</c> in lower case.</summary>
    public ConcurrentDictionary<string, byte[]> Packages { get; } = new();

    /// <summary>Answers first; true when that was all. Takes the request's number, from 1 on.</summary>
    public Func<HttpContext, int, Task<bool>>? First { get; init; }

    /// <summary>The registration of any package; null where there is none.</summary>
    public string? Registration { get; init; }

    public string Url => _application.Urls.First();

    public string Index => Url + "/v3/index.json";

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public static async Task<FakeFeed> StartAsync(Func<HttpContext, int, Task<bool>>? first = null, string? registration = null)
    {
        var feed = new FakeFeed { First = first, Registration = registration };
        await feed._application.StartAsync(TestContext.Current.CancellationToken);
        return feed;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        _requests.Enqueue(new RecordedRequest(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, body.ToArray()));
        body.Position = 0;
        context.Request.Body = body;
        if (First is null || !await First(context, Interlocked.Increment(ref _count)))
            await AnswerAsync(context);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Trim('/').Split('/');
        return (context.Request.Method, parts) switch
        {
            ("GET", ["v3", "index.json"]) => WriteAsync(context, ServiceIndex()),
            ("GET", ["flat", var id, "index.json"]) => VersionsAsync(context, id),
            ("GET", ["flat", var id, var version, _]) => PackageAsync(context, $"{id}/{version}"),
            ("GET", ["registration", _, "index.json"]) when Registration is not null => WriteAsync(context, Registration.Replace("{url}", Url)),
            ("GET", ["registration", "page"]) => WriteAsync(context, """{"items":[{"catalogEntry":{"version":"3.0.0","listed":true}}]}"""),
            ("PUT", ["api", "v2", "package"]) => PutAsync(context),
            ("DELETE", ["api", "v2", "package", var id, var version]) => DeleteAsync(context, $"{id}/{version}".ToLowerInvariant()),
            _ => Status(context, 404),
        };
    }

    private string ServiceIndex() => $$"""
        {"version":"3.0.0","resources":[
          {"@id":"{{Url}}/flat/","@type":"PackageBaseAddress/3.0.0"},
          {"@id":"{{Url}}/api/v2/package","@type":"PackagePublish/2.0.0"}
          {{(Registration is null ? "" : $$""",{"@id":"{{Url}}/registration/","@type":["RegistrationsBaseUrl/3.6.0","Other/1.0.0"]}""")}}]}
        """;

    private Task VersionsAsync(HttpContext context, string id)
    {
        var versions = Packages.Keys.Where(key => key.StartsWith(id + "/", StringComparison.Ordinal)).Select(key => $"\"{key[(id.Length + 1)..]}\"").ToList();
        return versions.Count == 0 ? Status(context, 404) : WriteAsync(context, $$"""{"versions":[{{string.Join(',', versions)}}]}""");
    }

    private Task PackageAsync(HttpContext context, string key) =>
        Packages.TryGetValue(key, out var bytes) ? Results.Bytes(bytes, "application/octet-stream", enableRangeProcessing: true).ExecuteAsync(context) : Status(context, 404);

    private async Task PutAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        using var stream = new MemoryStream();
        await form.Files[0].CopyToAsync(stream);
        stream.Position = 0;
        var identity = PackageIdentity.Read(stream)!;
        await Status(context, Packages.TryAdd($"{identity.Id}/{identity.Version}".ToLowerInvariant(), stream.ToArray()) ? 201 : 409);
    }

    private Task DeleteAsync(HttpContext context, string key) => Status(context, Packages.TryRemove(key, out _) ? 204 : 404);

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Announces the whole, sends a part and closes the connection.</summary>
    public static async Task CutAsync(HttpContext context, byte[] bytes, int after)
    {
        context.Response.Headers.ETag = "\"1\"";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, after));
    }
}
