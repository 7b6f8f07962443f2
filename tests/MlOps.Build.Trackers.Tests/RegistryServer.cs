using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Trackers.Tests;

/// <summary>A model registry with MLflow's calls, on a free port of this machine.</summary>
internal sealed partial class RegistryServer : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FakeServer _server;

    public RegistryServer() => _server = new FakeServer(Answer);

    public string Url => _server.Url;

    public Func<int, FakeAnswer?> After { get; set; } = _ => null;

    public HashSet<string> Models { get; } = [];

    public List<JsonObject> Versions { get; } = [];

    public Dictionary<string, string> Aliases { get; } = [];

    public int Requests => _server.Requests.Count;

    public void Dispose() => _server.Dispose();

    private FakeAnswer Answer(FakeRequest request, int number)
    {
        lock (_gate)
        {
            var answer = Do(request);
            return After(number) ?? answer;
        }
    }

    private FakeAnswer Do(FakeRequest request)
    {
        var body = request.Body.Length > 0 ? JsonNode.Parse(request.Body)!.AsObject() : [];
        return $"{request.Method} {request.Path.Split('?')[0]["/api/2.0/mlflow/".Length..]}" switch
        {
            "GET registered-models/get" => Models.Count > 0 ? MlFlowServer.Json(new JsonObject()) : MlFlowServer.Error(404, "RESOURCE_DOES_NOT_EXIST", "no"),
            "POST registered-models/create" => Models.Add((string)body["name"]!) ? MlFlowServer.Json(new JsonObject()) : MlFlowServer.Error(400, "RESOURCE_ALREADY_EXISTS", "there"),
            "GET model-versions/search" => MlFlowServer.Json(new JsonObject { ["model_versions"] = new JsonArray([.. Versions.Select(version => version.DeepClone())]) }),
            "POST model-versions/create" => Create(body),
            "POST registered-models/alias" => Point(body),
            var call => MlFlowServer.Error(404, "RESOURCE_DOES_NOT_EXIST", call),
        };
    }

    private FakeAnswer Create(JsonObject body)
    {
        if (!new Uri((string)body["source"]!).AbsolutePath.StartsWith('/') || ((string)body["source"]!).StartsWith("pkg:nuget", StringComparison.Ordinal))
            return MlFlowServer.Error(400, "INVALID_PARAMETER_VALUE", "Invalid model version source");
        body["version"] = $"{Versions.Count + 1}";
        Versions.Add(body);
        return MlFlowServer.Json(new JsonObject { ["model_version"] = body.DeepClone() });
    }

    private FakeAnswer Point(JsonObject body)
    {
        var alias = (string)body["alias"]!;
        if (!Alias().IsMatch(alias) || alias == "latest")
            return MlFlowServer.Error(400, "INVALID_PARAMETER_VALUE", alias);
        Aliases[alias] = (string)body["version"]!;
        return MlFlowServer.Json(new JsonObject());
    }

    [GeneratedRegex(@"^(?![vV]\d+$)[\w\-]+$")]
    private static partial Regex Alias();
}
