using System.Text.Json.Nodes;

namespace MlOps.Build.Trackers.Tests;

/// <summary>A run as a server keeps it.</summary>
internal sealed class MlFlowRecord
{
    public required string Id { get; init; }

    public required string Experiment { get; init; }

    public required string Name { get; set; }

    public required long Start { get; init; }

    public long? End { get; private set; }

    public string Status { get; private set; } = "RUNNING";

    public bool IsDeleted { get; set; }

    public SortedDictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Each reading as it came, however often.</summary>
    public List<string> Metrics { get; } = [];

    public SortedSet<string> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>What two records of the same run have in common, whatever came in between.</summary>
    public string Contents => string.Join('\n', [Name, Status, $"{Start} {End}", .. Parameters.Select(pair => $"{pair}"), .. Tags.Select(pair => $"{pair}"), .. Metrics, .. Inputs]);

    public void Update(JsonObject body)
    {
        Status = (string)body["status"]!;
        Name = (string)body["run_name"]!;
        End = (long?)body["end_time"];
    }

    public void AddInputs(JsonArray datasets) => Inputs.UnionWith(datasets.Select(dataset => dataset!.ToJsonString()));

    /// <summary>Takes a batch.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Log(JsonArray metrics, JsonArray parameters, JsonArray tags)
    {
        foreach (var pair in parameters)
        {
            var (key, value) = ((string)pair!["key"]!, (string)pair["value"]!);
            if (Parameters.TryGetValue(key, out var old) && old != value)
                return $"parameter '{key}' is '{old}' and cannot become '{value}'";
            Parameters[key] = value;
        }

        foreach (var metric in metrics)
            Metrics.Add(metric!.ToJsonString());
        foreach (var tag in tags)
            Tags[(string)tag!["key"]!] = (string)tag["value"]!;
        return null;
    }

    public JsonObject ToJson() => new()
    {
        ["info"] = new JsonObject
        {
            ["run_id"] = Id,
            ["experiment_id"] = Experiment,
            ["artifact_uri"] = $"mlflow-artifacts:/{Experiment}/{Id}/artifacts",
            ["lifecycle_stage"] = IsDeleted ? "deleted" : "active",
        },
        ["data"] = new JsonObject { ["tags"] = new JsonArray([.. Tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]) },
    };
}
