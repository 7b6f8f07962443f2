using System.Text.Json.Nodes;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>What an expectation came to.</summary>
internal sealed record Outcome
{
    public required bool Success { get; init; }

    /// <summary>Of an expectation that judges rows.</summary>
    public MapCounts? Map { get; init; }

    /// <summary>True when there is an observed value, which may be null.</summary>
    public bool HasObserved { get; init; }

    public JsonNode? Observed { get; init; }

    public JsonNode? Details { get; init; }

    /// <summary>Why it could not be judged; null when it was.</summary>
    public string? Fault { get; init; }

    public static Outcome Failed(string fault) => new() { Success = false, Fault = fault };

    public static Outcome Of(bool success, JsonNode? observed, JsonNode? details = null) =>
        new() { Success = success, HasObserved = true, Observed = observed, Details = details };
}
