using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Trackers.Tests;

/// <summary>
/// A server with the calls of MLflow that are used, on a free port of this machine. It keeps what it is sent and refuses what MLflow's own
/// <c>mlflow/utils/validation.py</c> and <c>mlflow/server/handlers.py</c> refuse. A test says what goes wrong, and when.
/// </summary>
internal sealed partial class MlFlowServer : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FakeServer _server;

    public MlFlowServer() => _server = new FakeServer(Answer);

    public string Url => _server.Url;

    public IReadOnlyList<FakeRequest> Requests => _server.Requests;

    /// <summary>Goes wrong instead of doing what is asked; by the request and its number from 1 on.</summary>
    public Func<FakeRequest, int, FakeAnswer?> Before { get; set; } = (_, _) => null;

    /// <summary>Goes wrong after it was done.</summary>
    public Func<FakeRequest, int, FakeAnswer?> After { get; set; } = (_, _) => null;

    public ConcurrentDictionary<string, string> Experiments { get; } = new();

    public ConcurrentDictionary<string, MlFlowRecord> Runs { get; } = new();

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>What was refused as breaking the format or a limit.</summary>
    public ConcurrentQueue<string> Broken { get; } = new();

    public void Dispose() => _server.Dispose();

    private FakeAnswer Answer(FakeRequest request, int number)
    {
        lock (_gate)
        {
            if (Before(request, number) is { } fault)
                return fault;
            var answer = Do(request);
            return After(request, number) ?? answer;
        }
    }

    private FakeAnswer Do(FakeRequest request)
    {
        var parts = request.Path.Split('?', 2);
        if (request.Method == "PUT" && parts[0].StartsWith("/api/2.0/mlflow-artifacts/artifacts/", StringComparison.Ordinal))
        {
            Files[Uri.UnescapeDataString(parts[0]["/api/2.0/mlflow-artifacts/artifacts/".Length..])] = request.Body;
            return Json(new JsonObject());
        }

        var body = request.Body.Length > 0 ? JsonNode.Parse(request.Body)!.AsObject() : [];
        var query = parts.Length > 1 ? Uri.UnescapeDataString(parts[1][(parts[1].IndexOf('=') + 1)..]) : "";
        return $"{request.Method} {parts[0]["/api/2.0/mlflow/".Length..]}" switch
        {
            "GET experiments/get-by-name" => Experiments.TryGetValue(query, out var id)
                ? Json(new JsonObject { ["experiment"] = new JsonObject { ["experiment_id"] = id, ["name"] = query } })
                : Error(404, "RESOURCE_DOES_NOT_EXIST", "no such experiment"),
            "POST experiments/create" => CreateExperiment((string)body["name"]!),
            "POST runs/search" => Search((string)body["filter"]!, (string)body["experiment_ids"]![0]!),
            "POST runs/create" => Create(body),
            "GET runs/get" => Runs.TryGetValue(query, out var run) ? Json(new JsonObject { ["run"] = run.ToJson() }) : Error(404, "RESOURCE_DOES_NOT_EXIST", "no such run"),
            "POST runs/log-batch" => Batch(request, body),
            "POST runs/log-inputs" => With(body, run => run.AddInputs(body["datasets"]!.AsArray())),
            "POST runs/update" => With(body, run => run.Update(body)),
            "POST runs/set-tag" => With(body, run => run.Tags[(string)body["key"]!] = (string)body["value"]!),
            "POST runs/delete" => With(body, run => run.IsDeleted = true),
            var call => Error(404, "ENDPOINT_NOT_FOUND", call),
        };
    }

    private FakeAnswer CreateExperiment(string name)
    {
        var id = (Experiments.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Experiments.TryAdd(name, id) ? Json(new JsonObject { ["experiment_id"] = id }) : Error(400, "RESOURCE_ALREADY_EXISTS", "it is there");
    }

    private FakeAnswer Search(string filter, string experiment)
    {
        var match = Filter().Match(filter);
        if (!match.Success)
            return Refuse($"filter {filter}");
        var found = Runs.Values.Where(run => run.Experiment == experiment && run.Tags.GetValueOrDefault("mlops.run_id") == match.Groups[1].Value);
        return Json(new JsonObject { ["runs"] = new JsonArray([.. found.Select(run => run.ToJson())]) });
    }

    private FakeAnswer Create(JsonObject body)
    {
        if (body["tags"]!.AsArray().Count > 100)
            return Refuse($"{body["tags"]!.AsArray().Count} tags");
        var run = new MlFlowRecord { Id = $"server{Runs.Count + 1}", Experiment = (string)body["experiment_id"]!, Name = (string)body["run_name"]!, Start = (long)body["start_time"]! };
        foreach (var tag in body["tags"]!.AsArray())
            run.Tags[(string)tag!["key"]!] = (string)tag["value"]!;
        Runs[run.Id] = run;
        return Json(new JsonObject { ["run"] = run.ToJson() });
    }

    private FakeAnswer Batch(FakeRequest request, JsonObject body)
    {
        var (metrics, parameters, tags) = (body["metrics"]!.AsArray(), body["params"]!.AsArray(), body["tags"]!.AsArray());
        if (request.Body.Length > 1_000_000 || metrics.Count > 1000 || parameters.Count > 100 || tags.Count > 100 || metrics.Count + parameters.Count + tags.Count > 1000)
            return Refuse($"{request.Body.Length} bytes, {metrics.Count} metrics, {parameters.Count} parameters, {tags.Count} tags");
        foreach (var key in metrics.Concat(parameters).Concat(tags).Select(entity => (string)entity!["key"]!))
        {
            if (!Key().IsMatch(key) || key.Length > 250 || key.StartsWith('/') || key.StartsWith("..", StringComparison.Ordinal) || key.Split('/').Any(part => part is "" or "." or ".."))
                return Refuse($"key '{key}'");
        }

        if (parameters.Any(pair => ((string)pair!["value"]!).Length > 6000) || tags.Any(pair => ((string)pair!["value"]!).Length > 5000))
            return Refuse("a value that is too long");
        return Runs.TryGetValue((string)body["run_id"]!, out var run) && !run.IsDeleted
            ? run.Log(metrics, parameters, tags) is { } conflict ? Refuse(conflict) : Json(new JsonObject())
            : Error(400, "INVALID_PARAMETER_VALUE", "The run must be in the 'active' state.");
    }

    private FakeAnswer With(JsonObject body, Action<MlFlowRecord> change)
    {
        change(Runs[(string)body["run_id"]!]);
        return Json(new JsonObject());
    }

    private FakeAnswer Refuse(string what)
    {
        Broken.Enqueue(what);
        return Error(400, "INVALID_PARAMETER_VALUE", what);
    }

    public static FakeAnswer Json(JsonNode body) => new(200, Encoding.UTF8.GetBytes(body.ToJsonString()), "Content-Type: application/json");

    public static FakeAnswer Error(int status, string code, string message) =>
        new(status, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, string> { ["error_code"] = code, ["message"] = message })));

    /// <summary>The connection breaks before the answer.</summary>
    public static FakeAnswer Cut { get; } = new(200, new byte[100]) { CutAfter = 3 };

    [GeneratedRegex(@"^[/\w.\- ]*$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^tags\.`mlops\.run_id` = '([0-9a-f]{32})'$")]
    private static partial Regex Filter();
}
