using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Trackers.Tests;

/// <summary>A server of Weights &amp; Biases as far as runs go, on a free port of this machine: lines lie where their number says, as in its own.</summary>
internal sealed class WandbServer : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FakeServer _server;

    public WandbServer() => _server = new FakeServer(Answer);

    public string Url => _server.Url;

    public IReadOnlyList<FakeRequest> Requests => _server.Requests;

    public Func<FakeRequest, int, FakeAnswer?> Before { get; set; } = (_, _) => null;

    public Func<FakeRequest, int, FakeAnswer?> After { get; set; } = (_, _) => null;

    /// <summary>By <c>entity/project/run</c>: variables of the last upsert, lines, summary and exit code.</summary>
    public ConcurrentDictionary<string, JsonObject> Runs { get; } = new();

    public ConcurrentDictionary<string, SortedDictionary<int, string>> Lines { get; } = new();

    /// <summary>What was refused as breaking the format or a limit.</summary>
    public ConcurrentQueue<string> Broken { get; } = new();

    public string Contents => string.Join('\n', Runs.OrderBy(run => run.Key, StringComparer.Ordinal).Select(run => $"{run.Key} {run.Value.ToJsonString()} {string.Join('\n', Lines[run.Key])}"));

    public void Dispose() => _server.Dispose();

    private FakeAnswer Answer(FakeRequest request, int number)
    {
        lock (_gate)
        {
            if (Before(request, number) is { } fault)
                return fault;
            var body = JsonNode.Parse(request.Body)!.AsObject();
            var answer = request.Path == "/graphql" ? Upsert(body) : Stream(request, body);
            return After(request, number) ?? answer;
        }
    }

    private FakeAnswer Upsert(JsonObject body)
    {
        var variables = body["variables"]!.AsObject();
        JsonNode.Parse((string)variables["config"]!);
        var (entity, project, name) = ((string?)variables["entity"] ?? "me", (string)variables["project"]!, (string)variables["name"]!);
        var key = $"{entity}/{project}/{name}";
        var lines = Lines.GetOrAdd(key, _ => []);
        Runs.GetOrAdd(key, _ => [])["variables"] = variables.DeepClone();
        var home = new JsonObject { ["name"] = project, ["entity"] = new JsonObject { ["name"] = entity } };
        var bucket = new JsonObject { ["id"] = "x", ["name"] = name, ["historyLineCount"] = lines.Count, ["project"] = home };
        return MlFlowServer.Json(new JsonObject { ["data"] = new JsonObject { ["upsertBucket"] = new JsonObject { ["bucket"] = bucket, ["inserted"] = true } } });
    }

    private FakeAnswer Stream(FakeRequest request, JsonObject body)
    {
        var parts = request.Path.Split('/');
        var key = string.Join('/', parts[2..5].Select(Uri.UnescapeDataString));
        if (parts is not ["", "files", _, _, _, "file_stream"] || !Runs.TryGetValue(key, out var run))
            return Refuse(request.Path);
        if (request.Body.Length > 10 << 20)
            return Refuse($"{request.Body.Length} bytes");
        foreach (var (file, chunk) in body["files"]!.AsObject())
        {
            var (offset, content) = ((int)chunk!["offset"]!, chunk["content"]!.AsArray());
            if (file == "wandb-summary.json")
                run["summary"] = (string)content.Single()!;
            else if (offset > Lines[key].Count || content.Count > 10_000)
                return Refuse($"{content.Count} lines at {offset} of {Lines[key].Count}");
            foreach (var line in file == "wandb-history.jsonl" ? content : [])
                Lines[key][offset++] = (string)line!;
        }

        if (body["complete"] is { } complete)
            run["exit"] = $"{complete} {body["exitcode"]}";
        return MlFlowServer.Json(new JsonObject { ["exitcode"] = null });
    }

    private FakeAnswer Refuse(string what)
    {
        Broken.Enqueue(what);
        return new FakeAnswer(400, Encoding.UTF8.GetBytes(new JsonObject { ["error"] = what }.ToJsonString()));
    }
}
