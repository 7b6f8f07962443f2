using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Configuration;

/// <summary>A naive model to compare with, beside the one that every report has.</summary>
internal sealed record NaiveBaselineConfig
{
    public required NaiveBaselineKind Kind { get; init; }

    /// <summary>How many times back the answer is taken from; at least 1.</summary>
    public int Lag { get; init; } = 1;

    /// <summary>The column whose values are series of their own; null when all rows are one.</summary>
    public string? Group { get; init; }

    /// <summary>The name in expressions.</summary>
    [JsonIgnore]
    public string Name => NaiveBaselineReader.Kinds.First(known => known.Value == Kind).Key;
}
