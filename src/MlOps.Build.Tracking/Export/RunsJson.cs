using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking.Export;

/// <summary>Runs as JSON; NaN and infinities are the texts <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
internal static class RunsJson
{
    /// <summary>An array with an object a run.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<TrackedRun> runs)
    {
        writer.Write("[");
        foreach (var (run, place) in runs.Select((run, place) => (run, place)))
            writer.Write((place == 0 ? "\n" : ",\n") + JsonSerializer.Serialize(run, ContractsJson.Default.TrackedRun));
        writer.Write("\n]\n");
    }

    /// <summary>One run as an object.</summary>
    public static JsonNode Of(TrackedRun run) => JsonSerializer.SerializeToNode(run, ContractsJson.Default.TrackedRun)!;
}
