using System.Text.Json.Nodes;
using MlOps.Build.Contracts;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>A run's parts as JSON of MLflow's messages (<c>mlflow/protos/service.proto</c>).</summary>
internal static class MlFlowJson
{
    public static JsonObject Pair(string key, string value) => new() { ["key"] = key, ["value"] = value };

    public static IReadOnlyList<JsonObject> Parameters(TrackedRun run) =>
        [.. run.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => Pair(MlFlowNames.Key(pair.Key), MlFlowNames.Value(pair.Value, MlFlowLimits.ParameterLength)))];

    public static IReadOnlyList<JsonObject> Tags(TrackedRun run) => [.. MlFlowTags.Of(run).Select(pair => Pair(pair.Key, pair.Value))];

    /// <summary>Readings in their order; an interval is two more metrics, <c>KEY.lower</c> and <c>KEY.upper</c>.</summary>
    public static IEnumerable<JsonObject> Metrics(TrackedRun run)
    {
        foreach (var metric in run.Metrics)
        {
            yield return Metric(metric.Key, metric.Value, metric);
            if (metric.Lower is { } lower)
                yield return Metric(metric.Key + ".lower", lower, metric);
            if (metric.Upper is { } upper)
                yield return Metric(metric.Key + ".upper", upper, metric);
        }
    }

    public static IEnumerable<JsonObject> Datasets(TrackedRun run) => run.Inputs.Select(input => new JsonObject
    {
        ["tags"] = new JsonArray(Pair("mlflow.data.context", input.Kind)),
        ["dataset"] = new JsonObject
        {
            ["name"] = MlFlowNames.Value(input.Name, MlFlowLimits.DatasetNameLength),
            ["digest"] = input.Sha256[..Math.Min(input.Sha256.Length, MlFlowLimits.DatasetDigestLength)],
            ["source_type"] = "local",
            ["source"] = new JsonObject { ["uri"] = input.Name }.ToJsonString(),
            ["profile"] = new JsonObject { ["sha256"] = input.Sha256, ["bytes"] = input.Size }.ToJsonString(),
        },
    });

    public static string Status(RunStatus status) => status switch
    {
        RunStatus.Running => "RUNNING",
        RunStatus.Finished => "FINISHED",
        RunStatus.Killed => "KILLED",
        _ => "FAILED",
    };

    private static JsonObject Metric(string key, double value, RunMetric metric) => new()
    {
        ["key"] = MlFlowNames.Key(key),
        ["value"] = Number(value),
        ["timestamp"] = Math.Max(0, metric.Time.ToUnixTimeMilliseconds()),
        ["step"] = metric.Step,
    };

    // JSON has no such numbers; Protocol Buffers' JSON gives them names.
    private static JsonNode Number(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => JsonValue.Create(value),
    };
}
