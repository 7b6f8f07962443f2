using System.Globalization;
using System.Text.Json;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>A run as the server has it.</summary>
internal sealed record MlFlowRun
{
    public required string Id { get; init; }

    public required string ExperimentId { get; init; }

    public required string ArtifactUri { get; init; }

    /// <summary>Somebody dropped it; it can be restored and takes nothing.</summary>
    public required bool IsDeleted { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>How many readings have come.</summary>
    public int SentMetrics => int.TryParse(Tags.GetValueOrDefault(MlFlowTags.SentMetrics), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <param name="run">A message <c>Run</c>.</param>
    public static MlFlowRun Read(JsonElement run)
    {
        var info = run.GetProperty("info");
        return new MlFlowRun
        {
            Id = Text(info, "run_id") is { Length: > 0 } id ? id : Text(info, "run_uuid"),
            ExperimentId = Text(info, "experiment_id"),
            ArtifactUri = Text(info, "artifact_uri"),
            IsDeleted = Text(info, "lifecycle_stage") == "deleted",
            Tags = Pairs(run),
        };
    }

    private static Dictionary<string, string> Pairs(JsonElement run) =>
        run.TryGetProperty("data", out var data) && data.TryGetProperty("tags", out var tags)
            ? tags.EnumerateArray().DistinctBy(tag => Text(tag, "key")).ToDictionary(tag => Text(tag, "key"), tag => Text(tag, "value"))
            : [];

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : "";
}
